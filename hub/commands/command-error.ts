/** A command cannot do what was asked; the message says why and what to do, for the person at the keyboard. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
