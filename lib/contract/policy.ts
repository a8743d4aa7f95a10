import { z } from 'zod';

/** What IT may set for everybody by the browser's policy; unknown fields are passed over, unusable ones count as absent. */
export const teamPolicySchema = z.object({
  /** Where people join when they have only a code. */
  hubUrl: z.url().max(500).optional().catch(undefined),
  /** The invite's link, filled in for them. */
  invite: z.string().max(1000).optional().catch(undefined),
});
export type TeamPolicy = z.infer<typeof teamPolicySchema>;
