import { expect, it } from 'vitest';
import { fillOrganisation } from '../../test/bench/support/hub/fill-organisation.ts';
import { fillProgrammes } from '../../test/bench/support/hub/fill-programmes.ts';
import { onBothHubs, type HubWorlds } from '../../test/support/hub-world.ts';
import { attachmentOf, attachmentWeeks } from '../../lib/domain/attachment.ts';
import { dayOfEpoch, epochDay, type DayKey } from '../../lib/domain/day.ts';
import { departmentInWeek, spansByMember } from '../../lib/domain/stay.ts';
import { mondayOfNumber } from '../../lib/domain/week-number.ts';
import { openDatabase, type OpenDatabase } from '../db/open-database.ts';
import type { Hub } from '../hub.ts';
import type { Department, Organisation } from '../repositories/organisations.ts';
import { attachmentOfAll, attachmentStates, type AttachmentHere } from './attachment-states.ts';
import { workingTimeOf } from './department-clock.ts';
import { programmeOf, programmesOf } from './programme.ts';
import { settingsOf } from './programme-setting.ts';

const TODAY = epochDay('2026-06-03' as DayKey);
const FLOOR = 5;
/** One a department, who alone ran work 6 there until they moved, on a Monday: a week counts by who was there then. */
const PIONEERS = Array.from({ length: 7 }, (_, at) => `member-${String(7 + at).padStart(6, '0')}`);
const PIONEERS_LEFT = 16;

/**
 * Seven departments with programmes, then made unlike: runs that stopped or thinned out, people who moved, came and left, one
 * department with too few people, one that has not begun, one that has closure days of its own, one without workflows.
 */
async function createCompany(worlds: HubWorlds) {
  const world = await worlds.fresh('2026-06-03T09:00:00+09:00');
  const { config, organisations } = world.hub;
  const database = openDatabase(config);
  try {
    const { db } = database;
    const filled = await fillOrganisation(db, {
      members: 56,
      departments: 7,
      days: 120,
      today: TODAY,
    });
    await fillProgrammes(db, filled, TODAY);
    const { organisationId, departmentIds, memberIds } = filled;
    await thinOut(database, organisationId);
    for (const [index, memberId] of memberIds.entries()) {
      if (index % 5 !== 3 && !PIONEERS.includes(memberId)) continue;
      const to = departmentIds[(index * 3 + 1) % departmentIds.length] ?? '';
      const ago = PIONEERS.includes(memberId) ? PIONEERS_LEFT : index % 40;
      await move(database, { organisationId, memberId, to, on: TODAY - ago });
    }
    const [, small = '', waiting = '', off = '', empty = ''] = departmentIds;
    const where = { organisation_id: organisationId };
    const leavers = memberIds.filter((_, index) => index % 7 === 1).slice(0, 5);
    await db
      .updateTable('memberships')
      .set({ to_day: TODAY - 3 })
      .where('organisation_id', '=', where.organisation_id)
      .where('member_id', 'in', leavers)
      .where('to_day', 'is', null)
      .where('department_id', '=', small)
      .execute();
    await db.deleteFrom('programmes').where('department_id', '=', waiting).execute();
    const closures = [{ from: dayOfEpoch(TODAY - 25), to: dayOfEpoch(TODAY - 10) }];
    const settings = JSON.stringify({ closures });
    await organisations.changeDepartment(organisationId, off, { settings });
    await db.deleteFrom('shared_workflows').where('department_id', '=', empty).execute();
    const organisation = await organisations.byId(organisationId);
    if (organisation === undefined) throw new Error('organisation');
    return { hub: world.hub, organisation, database };
  } finally {
    await database.close();
  }
}

/** Work 1 stopped six weeks ago, work 2 is one person's, work 3 ran in odd weeks only, work 4 only long ago, work 5 only lately, work 6 was the pioneers' at first. */
async function thinOut({ db }: OpenDatabase, organisationId: string): Promise<void> {
  const remove = (work: number) =>
    db
      .deleteFrom('usage_runs')
      .where('organisation_id', '=', organisationId)
      .where('workflow_id', 'like', `%-work-${work}`);
  await remove(1)
    .where('day', '>', TODAY - 40)
    .execute();
  await remove(2).where('member_id', '>', 'member-000010').execute();
  for (let week = 0; week < 16; week += 2) {
    const monday = mondayOfNumber(Math.floor((TODAY + 3) / 7) - week);
    await remove(3)
      .where('day', '>=', monday)
      .where('day', '<', monday + 7)
      .execute();
  }
  await remove(4)
    .where('day', '>', TODAY - 70)
    .execute();
  await remove(5)
    .where('day', '<', TODAY - 35)
    .execute();
  await remove(6)
    .where('day', '<', TODAY - PIONEERS_LEFT)
    .where('member_id', 'not in', PIONEERS)
    .execute();
}

async function move(
  { db }: OpenDatabase,
  moving: { organisationId: string; memberId: string; to: string; on: number },
): Promise<void> {
  const { organisationId, memberId, to, on } = moving;
  await db
    .updateTable('memberships')
    .set({ to_day: on - 1 })
    .where('organisation_id', '=', organisationId)
    .where('member_id', '=', memberId)
    .execute();
  await db
    .insertInto('memberships')
    .values({
      organisation_id: organisationId,
      member_id: memberId,
      from_day: on,
      department_id: to,
      to_day: null,
    })
    .execute();
}

interface One {
  readonly organisation: Organisation;
  readonly department: Department;
  readonly workflowIds: readonly string[];
}

/** The states of a department from METRICS.md M11 and P alone, out of everybody's stays and runs. */
async function byDefinition(hub: Hub, { organisation, department, workflowIds }: One) {
  const weeks = attachmentWeeks(
    workingTimeOf(organisation, department).calendar,
    dayOfEpoch(TODAY),
  );
  const stays = await hub.people.memberships(organisation.id, TODAY - 400, TODAY);
  const spans = spansByMember(
    stays.map((stay) => ({
      ...stay,
      fromDay: dayOfEpoch(stay.fromDay),
      toDay: stay.toDay === undefined ? undefined : dayOfEpoch(stay.toDay),
    })),
  );
  const members = stays.filter(
    (stay) => stay.departmentId === department.id && stay.toDay === undefined,
  ).length;
  if (members < FLOOR) return undefined;
  const found = new Map<string, AttachmentHere>();
  for (const id of workflowIds) {
    const ran: Set<string>[] = [];
    const under: number[] = [];
    for (const week of weeks) {
      const here = new Set(
        [...spans].flatMap(([memberId, own]) =>
          departmentInWeek(own, week) === department.id ? [memberId] : [],
        ),
      );
      const monday = mondayOfNumber(week);
      if (here.size < FLOOR) under.push(week);
      const rows = await hub.usage.runsOfDays({
        organisationId: organisation.id,
        fromDay: monday,
        toDay: monday + 6,
      });
      const runners = rows.filter((row) => row.id === id && row.runs > 0);
      ran.push(
        here.size < FLOOR
          ? new Set<string>()
          : here.intersection(new Set(runners.map(({ memberId }) => memberId))),
      );
    }
    const { fellWeeksAgo: ago, ...attachment } = attachmentOf(ran, members);
    const compared = ago === undefined ? [] : weeks.slice(-ago - 4);
    if (ago === undefined || (ago > 1 && compared.some((week) => under.includes(week)))) {
      found.set(id, { ...attachment, fellBack: false });
      continue;
    }
    const fellSince = dayOfEpoch(mondayOfNumber(weeks.at(-ago) ?? 0) + 7);
    found.set(id, { ...attachment, fellWeeksAgo: ago, fellSince });
  }
  return found;
}

onBothHubs('programmes of a whole company at once', (worlds) => {
  it('are what each department’s is alone, and its attachment what the definition says', async () => {
    const { hub, organisation } = await createCompany(worlds);
    const departments = await hub.organisations.departments(organisation.id);
    const settings = await settingsOf(hub, organisation, departments);
    const asked = departments.map((department, index) => ({
      department,
      workflowIds: settings[index]?.workflowIds ?? [],
    }));
    const states = await attachmentOfAll(hub, organisation, asked);
    for (const { department, workflowIds } of asked) {
      const key = { ...department, organisationId: organisation.id };
      const alone = await attachmentStates(hub, key, workflowIds);
      const defined = await byDefinition(hub, { organisation, department, workflowIds });
      expect([department.id, alone]).toEqual([department.id, defined]);
      expect([department.id, states.get(department.id)]).toEqual([department.id, alone]);
    }
    const kinds = new Set(
      [...states.values()].flatMap((own) => [...own.values()]).map(({ state }) => state),
    );
    expect([...kinds].toSorted()).toEqual(['attached', 'proposed', 'settled', 'trial']);
    expect(states.size).toBe(6);
    for (const options of [{ line: true }, { line: false }]) {
      const alone = [];
      for (const each of departments) {
        alone.push(await programmeOf(hub, organisation, each, options));
      }
      const together = await programmesOf(hub, organisation, departments, options);
      expect(together).toEqual(alone);
      expect(together.filter(({ programme }) => programme !== undefined)).toHaveLength(6);
      expect(await programmesOf(hub, organisation, departments.toReversed(), options)).toEqual(
        alone.toReversed(),
      );
    }
    expect(await programmesOf(hub, organisation, [])).toEqual([]);
  });
});
