import type { FailureReason } from '../../lib/contract/hub/channels.ts';

/**
 * A message did not arrive. `lasting` says that trying again soon cannot help (an unknown address, a removed room); then
 * few further attempts are made. The message is for the log and holds no address, name, token or text.
 */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly reason: FailureReason;
  readonly lasting: boolean;
  /** Milliseconds the other side asked to wait. */
  readonly retryAfterMs: number | undefined;

  constructor(
    reason: FailureReason,
    detail: string,
    more: { readonly lasting?: boolean; readonly retryAfterMs?: number } = {},
  ) {
    super(detail);
    this.reason = reason;
    this.lasting = more.lasting ?? false;
    this.retryAfterMs = more.retryAfterMs;
  }
}
