/** Errors after which PostgreSQL asks to try the transaction again: serialisation failure, deadlock. */
const TRY_AGAIN = new Set(['40001', '40P01']);
const MOST_TRIES = 5;

/** Runs a transaction again when the engine says that it lost a race; any other error, and the last, is thrown. */
export async function withRetries<T>(transact: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transact();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (attempt >= MOST_TRIES || !TRY_AGAIN.has(code)) throw error;
      const { promise, resolve } = Promise.withResolvers<void>();
      setTimeout(resolve, Math.random() * 20 * attempt);
      await promise;
    }
  }
}
