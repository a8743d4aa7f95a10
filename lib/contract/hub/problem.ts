import { z } from 'zod';

/** Why the hub refused, stable for programs; each has words in `lib/i18n/errors.ts`. */
export const problemCodeSchema = z.enum([
  'invalid', // 422, with `field`
  'malformed', // 400, not JSON
  'tooLarge', // 413
  'unauthorised', // 401, no token, or one that is unknown or revoked
  'forbidden', // 403, the role or department does not allow it
  'notFound', // 404
  'conflict', // 409, e.g. already set up
  'inviteInvalid', // 410, unknown, expired, revoked or used up; never says which
  'tooMany', // 429, with Retry-After
  'unavailable', // 503, with Retry-After: no room on disk, or the database is away
  'failed', // 500
]);

/** RFC 9457 `application/problem+json`. `detail` is a sentence for a person and says what to do. */
export const problemSchema = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  code: problemCodeSchema,
  detail: z.string().optional(),
  /** Path of the field that was refused, e.g. `days.0.visits`. */
  field: z.string().optional(),
});

export type ProblemCode = z.infer<typeof problemCodeSchema>;
export type Problem = z.infer<typeof problemSchema>;
