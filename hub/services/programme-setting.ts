import type { ProgrammeReply } from '../../lib/contract/hub/programme.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt } from '../local-day.ts';
import type { Department, Organisation } from '../repositories/organisations.ts';
import type { StoredProgramme } from '../repositories/programmes.ts';
import { Refusal } from './refusal.ts';
import { departmentSettings, organisationSettings } from './settings-of.ts';

type Missing = ProgrammeReply['missing'][number];

/** What a programme needs before it can begin. */
export interface ProgrammeSetting {
  readonly today: DayKey;
  readonly goal: number | undefined;
  readonly namesDepartment: boolean;
  /** Registered workflows of the department. */
  readonly workflowIds: readonly string[];
  readonly stored: StoredProgramme | undefined;
  readonly champion: ProgrammeReply['champion'];
}

/** Reads a department's setting. */
export async function settingOf(
  hub: Hub,
  organisation: Organisation,
  department: Department,
): Promise<ProgrammeSetting> {
  const [setting] = await settingsOf(hub, organisation, [department]);
  if (setting === undefined) throw new Error('A department has a setting.');
  return setting;
}

/** The settings of departments, in their order. */
export async function settingsOf(
  hub: Hub,
  organisation: Organisation,
  departments: readonly Department[],
): Promise<ProgrammeSetting[]> {
  const organisationId = organisation.id;
  const goal = await hub.programmes.goal(organisationId);
  const programmes = await hub.programmes.ofOrganisation(organisationId);
  const registered = await hub.shared.registered(
    organisationId,
    departments.map(({ id }) => id),
  );
  const names = await hub.shared.names(
    organisationId,
    departments.flatMap(({ id }) => programmes.get(id)?.championId ?? []),
  );
  const today = dayKeyAt(hub.clock.now(), organisation.timeZone);
  const ofAll = organisationSettings(organisation).goals.habitual;
  return departments.map((department) => {
    const stored = programmes.get(department.id);
    const { championId = '', appointedAt } = stored ?? {};
    const name = names.get(championId);
    return {
      today,
      goal: goal && (departmentSettings(department).goals.habitual ?? ofAll),
      namesDepartment: goal?.departmentIds.includes(department.id) ?? false,
      workflowIds: registered.get(department.id) ?? [],
      stored,
      champion: name === undefined || appointedAt === undefined ? undefined : { name, appointedAt },
    };
  });
}

/**
 * The share that a programme is judged by: the goal of today, but never more than the one it passed with once that was told
 * (docs/adr/0019-programme.md). A goal that is raised, or taken away, does not take a pass back.
 */
export function judgingGoal({
  goal,
  stored,
}: Pick<ProgrammeSetting, 'goal' | 'stored'>): number | undefined {
  const passed = stored?.passedGoal;
  return passed === undefined || goal === undefined ? (goal ?? passed) : Math.min(goal, passed);
}

/** What is missing, in the order it has to come. */
export function missingOf(setting: ProgrammeSetting): Missing[] {
  const has: Readonly<Record<Missing, boolean>> = {
    goal: setting.goal !== undefined && setting.namesDepartment,
    workflow: setting.workflowIds.length > 0,
    champion: setting.champion !== undefined,
    start: setting.stored?.startDay !== undefined,
  };
  return (['goal', 'workflow', 'champion', 'start'] as const).filter((each) => !has[each]);
}

/** In the field's own order: the goal first, then what carries it, then people. */
const FIRST: Readonly<Record<Exclude<Missing, 'start'>, string>> = {
  goal: 'Set a goal first that names this department: a champion without a goal is one in name only.',
  workflow: 'Register a workflow of this department first: it is what the champion will push.',
  champion: 'Appoint a champion first: a programme needs somebody with the authority to push it.',
};

/** Refuses with `conflict` and what to do first. */
export function refuseWithout(
  needed: readonly Exclude<Missing, 'start'>[],
  setting: ProgrammeSetting,
): void {
  const missing = missingOf(setting);
  const first = needed.find((each) => missing.includes(each));
  if (first !== undefined) throw new Refusal('conflict', FIRST[first]);
}
