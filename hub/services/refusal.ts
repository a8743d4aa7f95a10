import type { ProblemCode } from '../../lib/contract/hub/problem.ts';

/**
 * The hub does not do what was asked. `code` is for programs, the message a sentence for a person that says what to do.
 * Services throw it; `hub/app.ts` alone knows which HTTP status it becomes.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly field: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ProblemCode,
    message: string,
    more: { readonly field?: string; readonly retryAfterSeconds?: number } = {},
  ) {
    super(message);
    this.code = code;
    this.field = more.field;
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}
