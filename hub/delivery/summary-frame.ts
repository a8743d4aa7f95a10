/** What surrounds a summary on its way: the same in text and HTML. */
export interface Frame {
  /** Said first, for a test or a rehearsal. */
  readonly note?: string | undefined;
  /** Lines after the promise: why this reader gets it. */
  readonly foot: readonly string[];
  /** Stops these mails for this reader. */
  readonly stopUrl?: string | undefined;
}
