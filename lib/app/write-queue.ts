/** Runs tasks one after another, each to its end, in the order of asking. */
export type WriteQueue = <T>(task: () => Promise<T>) => Promise<T>;

/**
 * The one queue through which the background changes storage: a task reads, decides and writes with nobody in between,
 * so that two changes at once never lose one. A task that fails fails for its asker alone. A task must not wait for the
 * queue itself.
 */
export function createWriteQueue(): WriteQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task);
    last = mine.catch(() => {});
    return mine;
  };
}
