import { statfs } from 'node:fs/promises';

/** Below this the embedded database might not be able to finish a transaction, and deleting needs room too. */
const LEAST_FREE_BYTES = 64 * 1024 * 1024;
const LOOK_EVERY_MS = 5000;

/** Free bytes where a path is; undefined when that cannot be told. */
export async function freeBytesAt(path: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}

/** Whether there is room to write. Looks at the disk every five seconds at most; an unknown disk counts as roomy. */
export function createDiskRoom(
  freeBytes: () => Promise<number | undefined>,
  now: () => number = () => performance.now(),
): () => Promise<boolean> {
  let lookedAt = -Infinity;
  let hasRoom = true;
  return async () => {
    if (now() - lookedAt >= LOOK_EVERY_MS) {
      lookedAt = now();
      hasRoom = ((await freeBytes()) ?? Infinity) >= LEAST_FREE_BYTES;
    }
    return hasRoom;
  };
}
