import { z } from 'zod';
import { dayKeySchema, idSchema, instantSchema } from '../day.ts';

/** What a person may do: the sponsor owns, champions push departments, the advisor sees totals, members use. */
export const roleSchema = z.enum(['owner', 'champion', 'advisor', 'member']);

/** A name as people write it; control characters and line breaks are refused because names reach mail headers. */
export const displayNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]+$/u);

/** A time zone that this machine knows, by its IANA name. */
export const timeZoneSchema = z.string().refine(isTimeZone, 'not an IANA time zone');

/** `POST /v1/setup`: makes the organisation, its departments and its owner; the code dies with its first use. */
export const setupRequestSchema = z.strictObject({
  setupCode: z.string().min(1).max(200),
  organisation: z.strictObject({
    name: displayNameSchema,
    timeZone: timeZoneSchema,
    locale: z.enum(['ja', 'en']),
    country: z.string().regex(/^[A-Z]{2}$/),
  }),
  departments: z
    .array(z.strictObject({ name: displayNameSchema }))
    .min(1)
    .max(200),
  owner: z.strictObject({ displayName: displayNameSchema, email: z.email().max(254) }),
});

/** Answer of `POST /v1/setup`: tokens and invites are shown this once. */
export const setupReplySchema = z.strictObject({
  memberToken: z.string(),
  organisationId: idSchema,
  departments: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      invites: z.strictObject({ member: z.string(), champion: z.string() }),
    }),
  ),
});

/** `POST /v1/join`: `invite` is the link or its code. */
export const joinRequestSchema = z.strictObject({
  invite: z.string().min(1).max(500),
  displayName: displayNameSchema.optional(),
  email: z.email().max(254).optional(),
});

/** An organisation as a member sees it. */
export const organisationSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  timeZone: z.string(),
  locale: z.enum(['ja', 'en']),
  country: z.string(),
});

/** A department by id and name. */
export const departmentRefSchema = z.strictObject({ id: idSchema, name: z.string() });

/** Answer of `POST /v1/join` and of `POST /v1/join-device`. */
export const joinReplySchema = z.strictObject({
  memberToken: z.string(),
  memberId: idSchema,
  role: roleSchema,
  organisation: organisationSchema,
  department: departmentRefSchema,
});

/** `GET /v1/me`: who this token is, and what the person may do. */
export const meSchema = z.strictObject({
  memberId: idSchema,
  displayName: z.string(),
  email: z.string().optional(),
  role: roleSchema,
  organisation: organisationSchema,
  department: departmentRefSchema,
  /** Departments this person is champion of. */
  championOf: z.array(departmentRefSchema),
  joinedOn: dayKeySchema,
});

/** An invite as its makers see it; the code itself is shown once, when it is made. */
export const inviteSchema = z.strictObject({
  id: idSchema,
  departmentId: idSchema,
  role: z.enum(['champion', 'advisor', 'member']),
  expiresAt: instantSchema,
  maxUses: z.int().positive(),
  uses: z.int().nonnegative(),
  revoked: z.boolean(),
});

export type Role = z.infer<typeof roleSchema>;
export type SetupRequest = z.infer<typeof setupRequestSchema>;
export type SetupReply = z.infer<typeof setupReplySchema>;
export type JoinRequest = z.infer<typeof joinRequestSchema>;
export type JoinReply = z.infer<typeof joinReplySchema>;
export type Me = z.infer<typeof meSchema>;
export type Invite = z.infer<typeof inviteSchema>;

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
