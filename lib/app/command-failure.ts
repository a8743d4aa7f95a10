import type { CommandError, CommandReply } from '../contract/commands.ts';
import { NewerItemError } from './read-item.ts';
import { StorageFullError } from './storage-full-error.ts';

/** A command that could not be carried out, and changed nothing. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';

  /** What the page is told. */
  readonly code: CommandError;

  /** `message` is for the log and names places, never content. */
  constructor(code: CommandError, message: string) {
    super(message);
    this.code = code;
  }
}

/** What a page is told of an error. */
export function failureReply(error: unknown): CommandReply & { ok: false } {
  return { ok: false, code: codeOf(error), message: String(error) };
}

function codeOf(error: unknown): CommandError {
  if (error instanceof CommandFailure) return error.code;
  if (error instanceof StorageFullError) return 'storageFull';
  if (error instanceof NewerItemError) return 'unreadable';
  return 'failed';
}
