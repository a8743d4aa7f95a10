/** There was no room for a write; nothing of it was stored and everything stored before is still there. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError';
}
