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
  /** Which database answers; another one after a restore, so that devices send their days again. */
  instance: z.string().max(100).optional(),
});

/** `PUT /v1/me`: what is left out stays; `email: null` takes the address away. */
export const meChangeSchema = z.strictObject({
  displayName: displayNameSchema.optional(),
  email: z.email().max(254).nullable().optional(),
  language: z.enum(['ja', 'en']).optional(),
});

/** `GET` and `PUT /v1/me/leave`: all of one's own leave, both ends included. Why one is away is never asked. */
export const leaveSchema = z.strictObject({
  leave: z
    .array(
      z
        .strictObject({ from: dayKeySchema, to: dayKeySchema })
        .refine((off) => off.from <= off.to, 'ends before it begins'),
    )
    .max(2000),
});

/**
 * `GET` and answer of `PUT /v1/me/agreement`: whether the caller agreed to be shown in groups of three, and whether everybody
 * did, so that it holds. Who else agreed, or how many, is told to nobody.
 */
export const agreementSchema = z.strictObject({ agreed: z.boolean(), holds: z.boolean() });

/** `PUT /v1/me/agreement`. */
export const agreementChangeSchema = z.strictObject({ agreed: z.boolean() });

/** `DELETE /v1/me` and `DELETE /v1/members/{id}`: whether the days go now or within 30 days. */
export const leavingSchema = z.strictObject({ rows: z.enum(['now', 'later']).default('later') });

/** Answer of `POST /v1/me/device-codes`: read aloud on the first device, typed on the second; shown this once. */
export const deviceCodeSchema = z.strictObject({ code: z.string(), expiresAt: instantSchema });

/** `POST /v1/join-device`; spaces, hyphens and small letters in the code do not matter. */
export const joinDeviceRequestSchema = z.strictObject({ code: z.string().min(1).max(50) });

/** One of the caller's own tokens; the token itself is shown once, when it is made. */
export const tokenSchema = z.strictObject({
  id: idSchema,
  /** How it came about. */
  label: z.string(),
  createdAt: instantSchema,
  /** The token this request was made with. */
  current: z.boolean(),
});

/** `GET /v1/me/tokens`. */
export const tokensReplySchema = z.strictObject({ tokens: z.array(tokenSchema) });

/** A device of somebody else as the owner sees it: since when it may speak for its person, and no more. */
export const memberDeviceSchema = z.strictObject({ id: idSchema, createdAt: instantSchema });

/** `GET /v1/members/{id}/devices`: those that work, newest first. */
export const memberDevicesReplySchema = z.strictObject({ devices: z.array(memberDeviceSchema) });

/** `POST /v1/departments/{id}/invites`. Champions invite members; owners also champions and advisors. */
export const newInviteSchema = z.strictObject({
  role: z.enum(['champion', 'advisor', 'member']),
  expiresInDays: z.int().min(1).max(365).default(30),
  maxUses: z.int().min(1).max(1000).default(1),
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

/** `GET /v1/departments/{id}/invites`: newest first; invites that no longer work included. */
export const invitesReplySchema = z.strictObject({ invites: z.array(inviteSchema) });

/** Answer of making an invite: the link is shown this once. */
export const inviteMadeSchema = z.strictObject({ invite: inviteSchema, link: z.string() });

export type Role = z.infer<typeof roleSchema>;
export type SetupRequest = z.infer<typeof setupRequestSchema>;
export type SetupReply = z.infer<typeof setupReplySchema>;
export type JoinRequest = z.infer<typeof joinRequestSchema>;
export type JoinReply = z.infer<typeof joinReplySchema>;
export type Me = z.infer<typeof meSchema>;
export type Agreement = z.infer<typeof agreementSchema>;
export type MeChange = z.infer<typeof meChangeSchema>;
export type MemberDevice = z.infer<typeof memberDeviceSchema>;
export type Invite = z.infer<typeof inviteSchema>;
export type NewInviteRequest = z.infer<typeof newInviteSchema>;

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
