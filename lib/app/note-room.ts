import type { KeyValueStore } from './ports.ts';
import { StorageFullError } from './storage-full-error.ts';

/** Session storage: set while writes find no room, so that pages can say so. */
export const NO_ROOM_KEY = 'noRoom';

/**
 * The same store, noting in session storage whether its last write found room. A note that cannot be made changes nothing: the write's own
 * outcome is what counts.
 */
export function noteRoom(store: KeyValueStore, session: KeyValueStore): KeyValueStore {
  /** Unknown at a worker's start: what the one before left behind is taken away by the first write that succeeds. */
  let isNoted: boolean | undefined;
  const note = async (isFull: boolean): Promise<void> => {
    if (isNoted === isFull) return;
    isNoted = isFull;
    await (isFull ? session.write({ [NO_ROOM_KEY]: true }) : session.remove([NO_ROOM_KEY])).catch(
      () => {
        isNoted = undefined;
      },
    );
  };
  return {
    ...store,
    async write(values) {
      try {
        await store.write(values);
      } catch (cause) {
        if (cause instanceof StorageFullError) await note(true);
        throw cause;
      }
      await note(false);
    },
  };
}
