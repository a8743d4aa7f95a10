/**
 * The answers to statements that were asked together, once every one of them has ended; throws the first failure. A transaction
 * must not be taken back while one of its statements is still on its way: on SQLite that one would then stand alone.
 */
export async function ended<T>(asked: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(asked);
  return Promise.all(asked);
}
