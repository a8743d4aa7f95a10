import { randomUUID } from 'node:crypto';
import type { Language } from '../../lib/i18n/language.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt } from '../local-day.ts';
import { makeOrganisationId, makeToken, parseCode } from '../services/secret-codes.ts';
import { fillProgramme } from './fill-programme.ts';
import { fillPulse } from './fill-pulse.ts';
import { createSampleCompany, DEFAULT_SEED, type SampleCompany } from './sample-company.ts';
import {
  readSampleNote,
  SampleFolderError,
  writeSampleNote,
  type SampleNote,
} from './sample-folder.ts';
import {
  belongings,
  invitesOf,
  leaveOf,
  newcomerOf,
  organisationOf,
  usageOf,
  type Belonging,
} from './sample-rows.ts';

/** The parts of a hub that the sample is written through. */
export type SampleHub = Pick<
  Hub,
  | 'config'
  | 'clock'
  | 'founding'
  | 'organisations'
  | 'people'
  | 'setupCodes'
  | 'leaveDays'
  | 'usage'
  | 'shared'
  | 'programmes'
  | 'meetings'
  | 'pulse'
>;

const TIME_ZONE = 'Asia/Tokyo';
const GOALS = { weeklyActive: 0.8, habitual: 0.6 };

/**
 * Fills a hub's empty data folder with the sample company, or brings the one that is there up to today, and returns its
 * tokens and invites. Everything goes through the hub's own repositories, as people and devices would bring it. Throws
 * `SampleFolderError`, and changes nothing, when the folder holds an organisation that is not the sample, or a sample that
 * was not filled to the end.
 */
export async function fillSampleCompany(
  hub: SampleHub,
  {
    seed = DEFAULT_SEED,
    language = 'ja',
  }: { readonly seed?: number; readonly language?: Language } = {},
): Promise<SampleNote> {
  const { dataDir } = hub.config;
  const today = dayKeyAt(hub.clock.now(), TIME_ZONE);
  const note = readSampleNote(dataDir);
  const ids = await hub.organisations.ids();
  if (ids.some((id) => id !== note?.organisationId)) {
    throw new SampleFolderError(
      `${dataDir} holds an organisation of its own. The sample company goes nowhere near it.`,
    );
  }
  if (note === undefined) return found(hub, createSampleCompany({ today, seed, language }), seed);
  if (!note.complete) {
    throw new SampleFolderError('The sample was not filled to the end: npm start -- --reset');
  }
  const company = createSampleCompany({
    today,
    seed: note.seed,
    language: note.language,
    startedOn: note.startedOn,
  });
  await bringDays(hub, note.organisationId, company);
  return note;
}

async function found(hub: SampleHub, company: SampleCompany, seed: number): Promise<SampleNote> {
  const organisation = organisationOf(company, makeOrganisationId());
  const everybody = belongings(company);
  const owner = the('owner', everybody);
  const champion = the('champion', everybody);
  const invites = invitesOf(organisation, owner.person, hub.clock.now());
  const tokens = { owner: makeToken(organisation.id), champion: makeToken(organisation.id) };
  const note: SampleNote = {
    organisationId: organisation.id,
    language: company.language,
    seed,
    startedOn: company.startedOn,
    complete: false,
    ownerToken: tokens.owner,
    championToken: tokens.champion,
    championEmail: champion.person.email,
    championDepartmentId: champion.departmentId,
    championInvites: invites.champion,
    memberInvites: invites.member,
  };
  const setupCode = randomUUID();
  if (!(await hub.setupCodes.offer(setupCode))) {
    throw new SampleFolderError(`${hub.config.dataDir} was set up before.`);
  }
  // The note goes first: a sample that was left half filled must not look like somebody's own organisation.
  writeSampleNote(hub.config.dataDir, note);
  await hub.founding.found(setupCode, {
    organisation,
    owner: newcomerOf(owner, organisation, tokens.owner),
    invites: invites.rows,
  });
  for (const member of everybody) {
    if (member === owner) continue;
    const token = member === champion ? tokens.champion : makeToken(organisation.id);
    const codes = member.person.role === 'champion' ? invites.champion : invites.member;
    const code = parseCode(codes[member.departmentId] ?? '');
    const joined =
      code &&
      // One after the other: they take their uses of the same invite.
      // oxlint-disable-next-line no-await-in-loop
      (await hub.people.redeem(code, hub.clock.now(), () =>
        newcomerOf(member, organisation, token),
      ));
    if (!joined) throw new Error('An invite of the sample company did not work.');
  }
  await hub.organisations.change(organisation.id, {
    settings: JSON.stringify({ closures: company.closures, goals: GOALS }),
  });
  await fillProgramme(hub, organisation.id, company, {
    everybody,
    foundedAt: organisation.createdAt,
    today: dayKeyAt(hub.clock.now(), TIME_ZONE),
  });
  await fillPulse(hub, organisation.id, company, {
    everybody,
    seed,
    today: dayKeyAt(hub.clock.now(), TIME_ZONE),
  });
  await bringDays(hub, organisation.id, company);
  const complete = { ...note, complete: true };
  writeSampleNote(hub.config.dataDir, complete);
  return complete;
}

async function bringDays(
  hub: SampleHub,
  organisationId: string,
  company: SampleCompany,
): Promise<void> {
  for (const { memberId, ranges } of leaveOf(company)) {
    // oxlint-disable-next-line no-await-in-loop
    await hub.leaveDays.replace(organisationId, memberId, ranges);
  }
  await hub.usage.merge(usageOf(company, organisationId));
}

function the(role: 'owner' | 'champion', people: readonly Belonging[]): Belonging {
  const one = people.find(({ person }) => person.role === role);
  if (!one) throw new Error(`The sample company has no ${role}.`);
  return one;
}
