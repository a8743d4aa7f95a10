import { z } from 'zod';
import type { Ledger } from '../domain/ledger.ts';
import { dayKeySchema, idSchema, instantSchema } from './day.ts';
import { hiddenBecauseSchema } from './hub/lines.ts';
import { departmentRefSchema, organisationSchema, roleSchema } from './hub/people.ts';
import { parseLedger } from './parse-ledger.ts';
import { kind, type StoredItem } from './stored-items.ts';

// None of these is one of `ITEM_KINDS`: they say how this browser stands with its hub, which an export must not carry to another.

/** The company this browser belongs to. The token is kept apart (`teamTokenItem`), so that nothing that shows this can show it. */
const teamSchema = z.strictObject({
  /** Where the hub is reached, without a slash at the end. */
  hubUrl: z.string().min(8).max(500),
  memberId: idSchema,
  role: roleSchema,
  organisation: organisationSchema,
  department: departmentRefSchema,
  championOf: z.array(departmentRefSchema),
  /** The local day on which this browser joined; days before it are never sent. */
  joinedOn: dayKeySchema,
  /** Which database answers there; another one after a restore. Absent while the hub does not say. */
  instance: z.string().max(100).optional(),
});
export type Team = z.infer<typeof teamSchema>;

/** Undefined when the person uses the product alone. */
export const teamItem: StoredItem<Team | undefined> = {
  key: 'team',
  kind: kind<Team | undefined>('team', teamSchema, undefined),
};

const teamTokenSchema = z.strictObject({ token: z.string().min(1).max(500) });
/** What opens the hub to this browser. Never shown, exported or set aside; unreadable means joining again. */
export const teamTokenItem: StoredItem<{ readonly token: string } | undefined> = {
  key: 'teamToken',
  kind: kind<z.infer<typeof teamTokenSchema> | undefined>('teamToken', teamTokenSchema, undefined),
};

/**
 * What the hub is known to have of this device's days, one month an item: entries as they were acknowledged. What the ledger has
 * beyond it is to be sent; taking a part away sends that part again, which changes nothing at the hub.
 */
export const sentItem = (month: string): StoredItem<Ledger> => ({
  key: `sent/${month}`,
  kind: { name: 'sent', steps: [], parse: parseLedger, absent: {} },
});

/** The month of a `sentItem`'s key; undefined for every other key. */
export function monthOfSentKey(key: string): string | undefined {
  return /^sent\/(\d{4}-\d{2})$/.exec(key)?.[1];
}

/** Why the hub did not take or answer something. */
export const hubTroubleSchema = z.strictObject({
  kind: z.enum([
    'unreachable', // no connection, or no answer in time
    'garbage', // an answer that is not the hub's: a sign-in page, a redirect, something too long
    'busy', // 429, 503, 5xx: later
    'revoked', // 401: this browser's token is not known any more
    'refused', // anything else the hub will not do; `field` names what it does not take
    'notPermitted', // the browser does not let us reach this address
  ]),
  code: z.string().max(40).optional(),
  field: z.string().max(200).optional(),
});
export type HubTrouble = z.infer<typeof hubTroubleSchema>;

const syncSchema = z.strictObject({
  /** Attempts in a row that failed. */
  failures: z.int().nonnegative(),
  /** No attempt before this instant, unless the person asks for one. */
  notBeforeMs: instantSchema,
  attemptedAt: instantSchema.optional(),
  /** When the hub last took or answered everything. */
  succeededAt: instantSchema.optional(),
  trouble: hubTroubleSchema.optional(),
  /** When the last 35 days were last forgotten to be sent again. */
  repeatedOn: dayKeySchema.optional(),
  /** When the hub was last asked who this is. */
  askedAt: instantSchema.optional(),
  /** Leave as the hub has it. */
  leave: z.array(z.strictObject({ from: dayKeySchema, to: dayKeySchema })).optional(),
});
export type SyncState = z.infer<typeof syncSchema>;

/** How sending stands; all zero before the first attempt. */
export const syncItem: StoredItem<SyncState> = {
  key: 'sync',
  kind: kind<SyncState>('sync', syncSchema, { failures: 0, notBeforeMs: 0 }),
};

const payloadSchema = z.strictObject({
  at: instantSchema,
  method: z.string().max(10),
  path: z.string().max(200),
  /** Exactly what was sent, except that an invite's or a device's code, or what opens an answer, is left out. */
  body: z.unknown(),
});
export type SentPayload = z.infer<typeof payloadSchema>;

const payloadsSchema = z.strictObject({
  join: payloadSchema.optional(),
  usage: payloadSchema.optional(),
  leave: payloadSchema.optional(),
  share: payloadSchema.optional(),
  help: payloadSchema.optional(),
  pulse: payloadSchema.optional(),
});
export type SentPayloads = z.infer<typeof payloadsSchema>;

/** The last thing of each kind that was sent, for 「送信データを見る」. */
export const payloadsItem: StoredItem<SentPayloads> = {
  key: 'payloads',
  kind: kind<SentPayloads>('payloads', payloadsSchema, {}),
};

const count = z.int().nonnegative();
const keptLineSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  from: dayKeySchema,
  /** A letter a day from `from` on; see `lib/app/kept-lines.ts`. */
  states: z.string().regex(/^[komrsf]*$/),
  current: count,
  longest: count,
  weeks: z.strictObject({ current: count, longest: count }),
  hiddenBecause: hiddenBecauseSchema.optional(),
});
export type KeptLine = z.infer<typeof keptLineSchema>;

const teamLinesSchema = z.strictObject({
  at: instantSchema,
  /** The local day they were asked for. */
  today: dayKeySchema,
  /** In the hub's order. */
  departments: z.array(keptLineSchema).max(1000),
});
export type TeamLines = z.infer<typeof teamLinesSchema>;

/** The departments' lines as they were last fetched; undefined before. */
export const teamLinesItem: StoredItem<TeamLines | undefined> = {
  key: 'teamLines',
  kind: kind<TeamLines | undefined>('teamLines', teamLinesSchema, undefined),
};
