import type { Kysely, Selectable } from 'kysely';
import { channelKindSchema, type ChannelKind } from '../../lib/contract/hub/channels.ts';
import type { Database } from '../db/schema.ts';

/** A place that a department's summaries go to, as stored. */
export interface Channel {
  readonly organisationId: string;
  readonly id: string;
  readonly departmentId: string;
  readonly kind: ChannelKind;
  readonly label: string;
  readonly language: 'ja' | 'en';
  /** What may be shown of it: an address, a host, a room. */
  readonly target: string;
  /** Sealed JSON of its secrets, or empty. */
  readonly sealed: string;
  /** The champion whose own mail this is. */
  readonly memberId: string | undefined;
  readonly active: boolean;
  /** Whether the department's new questions go to it too (docs/adr/0024-questions-to-chat.md). */
  readonly questions: boolean;
  readonly createdAt: number;
}

/** A person who can be reached by mail. */
export interface MailReader {
  readonly memberId: string;
  readonly displayName: string;
  readonly email: string;
  readonly language: 'ja' | 'en';
  /** As an owner: because the department has no champion to be reached, or as the sponsor. */
  readonly as: 'champion' | 'owner' | 'advisor';
}

/** What a change may touch. */
export type ChannelChange = Partial<
  Pick<Channel, 'label' | 'language' | 'target' | 'sealed' | 'active' | 'questions'>
>;

/** Where summaries go. */
export interface Channels {
  /** Adds channels; one whose id exists is left as it is. */
  add(channels: readonly Channel[]): Promise<void>;
  byId(organisationId: string, id: string): Promise<Channel | undefined>;
  ofDepartment(organisationId: string, departmentId: string): Promise<Channel[]>;
  /** False when there is no such channel in the department. */
  change(
    channel: Pick<Channel, 'organisationId' | 'departmentId' | 'id'>,
    change: ChannelChange,
  ): Promise<boolean>;
  remove(channel: Pick<Channel, 'organisationId' | 'departmentId' | 'id'>): Promise<boolean>;
  /**
   * Who gets a department's summary by mail without anybody setting it up: its present champions who left an address; the
   * owners when there is none, so that no department goes unread.
   */
  mailReaders(organisationId: string, departmentId: string): Promise<MailReader[]>;
  /** The owners who left an address: who set the goal, and get the month. */
  sponsors(organisationId: string): Promise<MailReader[]>;
  /** The advisors who left an address; each sees every department. */
  advisors(organisationId: string): Promise<MailReader[]>;
}

/** Id of a champion's own mail in a department, made once and never twice. */
export function ownMailId(departmentId: string, memberId: string): string {
  return `mail.${departmentId}.${memberId}`;
}

/** The repository over an open database. */
export function createChannels(db: Kysely<Database>): Channels {
  return {
    async add(channels) {
      if (channels.length === 0) return;
      await db
        .insertInto('channels')
        .values(
          channels.map((channel) => ({
            organisation_id: channel.organisationId,
            id: channel.id,
            department_id: channel.departmentId,
            kind: channel.kind,
            label: channel.label,
            language: channel.language,
            target: channel.target,
            sealed: channel.sealed,
            member_id: channel.memberId ?? null,
            active: channel.active ? 1 : 0,
            created_at: channel.createdAt,
            questions: channel.questions ? 1 : 0,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async byId(organisationId, id) {
      const row = await db
        .selectFrom('channels')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && fromRow(row);
    },

    async ofDepartment(organisationId, departmentId) {
      const rows = await db
        .selectFrom('channels')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(fromRow);
    },

    async change({ organisationId, departmentId, id }, { active, questions, ...texts }) {
      const values = {
        ...texts,
        ...(active === undefined ? {} : { active: active ? 1 : 0 }),
        ...(questions === undefined ? {} : { questions: questions ? 1 : 0 }),
      };
      if (Object.keys(values).length === 0) return true;
      const done = await db
        .updateTable('channels')
        .set(values)
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .where('id', '=', id)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },

    async remove({ organisationId, departmentId, id }) {
      const done = await db
        .deleteFrom('channels')
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .where('id', '=', id)
        .executeTakeFirst();
      return done.numDeletedRows === 1n;
    },

    async mailReaders(organisationId, departmentId) {
      const champions = await readable(db, organisationId)
        .where('members.id', 'in', (inner) =>
          inner
            .selectFrom('champions')
            .select('member_id')
            .where('organisation_id', '=', organisationId)
            .where('department_id', '=', departmentId),
        )
        .execute();
      const rows =
        champions.length > 0
          ? champions
          : await readable(db, organisationId).where('members.role', '=', 'owner').execute();
      return rows.map((row) => readerFrom(row, champions.length > 0 ? 'champion' : 'owner'));
    },

    async sponsors(organisationId) {
      const rows = await readable(db, organisationId).where('members.role', '=', 'owner').execute();
      return rows.map((row) => readerFrom(row, 'owner'));
    },

    async advisors(organisationId) {
      const rows = await readable(db, organisationId)
        .where('members.role', '=', 'advisor')
        .execute();
      return rows.map((row) => readerFrom(row, 'advisor'));
    },
  };
}

/** Members who are here and left an address. */
function readable(db: Kysely<Database>, organisationId: string) {
  return db
    .selectFrom('members')
    .select(['members.id', 'members.display_name', 'members.email', 'members.language'])
    .where('members.organisation_id', '=', organisationId)
    .where('members.left_at', 'is', null)
    .where('members.email', 'is not', null)
    .orderBy('members.id');
}

function readerFrom(
  row: Pick<Selectable<Database['members']>, 'id' | 'display_name' | 'email' | 'language'>,
  as: MailReader['as'],
): MailReader {
  return {
    memberId: row.id,
    displayName: row.display_name,
    email: row.email ?? '',
    language: row.language === 'en' ? 'en' : 'ja',
    as,
  };
}

function fromRow(row: Selectable<Database['channels']>): Channel {
  return {
    organisationId: row.organisation_id,
    id: row.id,
    departmentId: row.department_id,
    kind: channelKindSchema.parse(row.kind),
    label: row.label,
    language: row.language === 'en' ? 'en' : 'ja',
    target: row.target,
    sealed: row.sealed,
    memberId: row.member_id ?? undefined,
    active: row.active === 1,
    createdAt: row.created_at,
    questions: row.questions === 1,
  };
}
