/**
 * Makes a function that brings something up to date: calls that come while it runs are answered by one more run after it, so
 * that the last call always sees what was true when it was made, and two never run at once.
 */
export function createRefresh(bringUpToDate: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;

  async function runWhileAsked(): Promise<void> {
    do {
      again = false;
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      await bringUpToDate();
    } while (again);
  }

  return () => {
    again = true;
    running ??= runWhileAsked().finally(() => {
      running = undefined;
    });
    return running;
  };
}
