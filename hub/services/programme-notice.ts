import {
  alarmWords,
  inBothLanguages,
  sponsorStandstillWords,
  standstillWords,
} from '../../lib/app/notice-words.ts';
import type { ProgrammeViewDto } from '../../lib/contract/hub/programme.ts';
import { addDays, type DayKey } from '../../lib/domain/day.ts';
import { firstStall, SPONSOR_AFTER_DAYS } from '../../lib/domain/programme-stall.ts';
import { alarmSince } from '../../lib/domain/programme-watch.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt } from '../local-day.ts';
import type { Department, Organisation } from '../repositories/organisations.ts';
import { openNotice, toldNotices } from './notices.ts';
import { tellOfPassing } from './passing-notice.ts';
import { programmeOf } from './programme.ts';

/** A champion is not told again within this of having been told, whatever else came to it. */
const QUIET_DAYS = 7;
/** How far back a standing still that still lasts may have been told. */
const TOLD_DAYS = 400;

interface Place {
  readonly organisation: Organisation;
  readonly department: Department;
}

/**
 * Tells of a programme that stands still, the champion first and the sponsor seven days later, of its exit test, and of a
 * share that fell under the goal after that (METRICS.md M14); returns how many notices it opened. Nothing where no programme
 * began.
 */
export async function tellOfProgramme(
  hub: Hub,
  organisation: Organisation,
  department: Department,
): Promise<number> {
  const key = { organisationId: organisation.id, departmentId: department.id };
  if ((await hub.programmes.ofDepartment(key))?.startDay === undefined) return 0;
  const reply = await programmeOf(hub, organisation, department, { line: false });
  const { programme, goal } = reply;
  if (programme === undefined) return 0;
  const place = { organisation, department };
  const standing = await tellOfStandstill(hub, place, programme);
  const passing = await tellOfPassing(hub, place, reply);
  return standing + passing + (await tellOfAlarm(hub, place, { programme, goal }));
}

async function tellOfStandstill(
  hub: Hub,
  { organisation, department }: Place,
  { stalled, week, exit }: ProgrammeViewDto,
): Promise<number> {
  const first = firstStall(stalled.reasons);
  if (first === undefined) return 0;
  // The reason is in the key: one that comes up as another is put right is the champion's to hear before the sponsor's.
  const about = `${first.since}.${first.reason}`;
  const today = dayKeyAt(hub.clock.now(), organisation.timeZone);
  const slot = {
    organisationId: organisation.id,
    departmentId: department.id,
    kind: 'standstill',
  } as const;
  const told = (await toldNotices(hub, { ...slot, period: addDays(today, -TOLD_DAYS) })).map(
    ({ period, openedAt }) => ({ period, on: dayKeyAt(openedAt, organisation.timeZone) }),
  );
  const facts = { department: department.name, stalled, held: exit.meetings, week };
  const before = told.find(({ period }) => period === `${about}.champion`);
  if (before === undefined) {
    const isQuiet = told.some(
      ({ period, on }) => period.endsWith('.champion') && addDays(on, QUIET_DAYS) > today,
    );
    if (isQuiet) return 0;
    const inSevenDays = addDays(today, SPONSOR_AFTER_DAYS);
    const sponsorFrom =
      (stalled.sponsorFrom ?? inSevenDays) > inSevenDays ? stalled.sponsorFrom : inSevenDays;
    const words = inBothLanguages((language) =>
      standstillWords({ ...facts, stalled: { ...stalled, sponsorFrom } }, language),
    );
    const notice = { department: department.name, words };
    const period = `${about}.champion`;
    return counted(await openNotice(hub, { ...slot, period }, { notice, to: 'champion' }));
  }
  return tellSponsor(
    hub,
    { ...slot, period: `${about}.sponsor` },
    { facts, today, toldOn: before.on },
  );
}

/** Seven days from the standing still and from the champion's mail, whichever is later: the champion hears first. */
async function tellSponsor(
  hub: Hub,
  slot: Parameters<typeof openNotice>[1],
  {
    facts,
    today,
    toldOn,
  }: {
    readonly facts: Parameters<typeof standstillWords>[0];
    readonly today: DayKey;
    readonly toldOn: DayKey;
  },
): Promise<number> {
  if (facts.stalled.tells !== 'sponsor' || addDays(toldOn, SPONSOR_AFTER_DAYS) > today) return 0;
  const words = inBothLanguages((language) =>
    sponsorStandstillWords({ ...facts, toldOn }, language),
  );
  const notice = { department: facts.department, words };
  return counted(await openNotice(hub, slot, { notice, to: 'sponsor' }));
}

async function tellOfAlarm(
  hub: Hub,
  { organisation, department }: Place,
  { programme, goal }: { readonly programme: ProgrammeViewDto; readonly goal: number | undefined },
): Promise<number> {
  const { watch } = programme;
  if (watch === undefined || !watch.alarm || goal === undefined) return 0;
  const months = alarmSince(watch);
  const [first] = months;
  if (first === undefined) return 0;
  const facts = { department: department.name, goal, months };
  const words = inBothLanguages((language) => alarmWords(facts, language));
  const key = {
    organisationId: organisation.id,
    departmentId: department.id,
    kind: 'alarm',
    period: first,
  } as const;
  const notice = { department: department.name, words };
  return counted(await openNotice(hub, key, { notice, to: 'champion' }));
}

function counted(readers: number | undefined): number {
  return readers === undefined ? 0 : 1;
}
