import { addDays, epochDay, type DayKey } from '../../lib/domain/day.ts';
import type { Hub } from '../hub.ts';
import { organisationSettings } from '../services/settings-of.ts';
import { fillMeetings } from './fill-meetings.ts';
import { DEPARTMENTS, type CastDepartment } from './people-of-the-sample.ts';
import type { SampleCompany } from './sample-company.ts';
import type { Belonging } from './sample-rows.ts';
import { WORK, workflowIdOf } from './work-of-the-sample.ts';

/** What is written through. */
type ProgrammeHub = Pick<Hub, 'organisations' | 'shared' | 'programmes' | 'meetings'>;

/** A department of the sample as it was founded. */
interface SampleDepartment {
  readonly id: string;
  readonly cast: CastDepartment;
}

const MS_PER_DAY = 86_400_000;
const GOAL_WEEKS = 30;
/** Weeks after the company began in which a department's sixteen weeks do. */
const BEGINS_IN: Readonly<Partial<Record<CastDepartment['key'], number>>> = {
  growing: 0,
  split: 8,
  asleep: 5,
};

/**
 * The sample's goal, its shared work, and the programmes of three departments: one that grows until it passes, one in two
 * camps that is under way, one that stands still. States are not written: they come of the days.
 */
export async function fillProgramme(
  hub: ProgrammeHub,
  organisationId: string,
  company: SampleCompany,
  {
    everybody,
    foundedAt,
    today,
  }: {
    readonly everybody: readonly Belonging[];
    readonly foundedAt: number;
    readonly today: DayKey;
  },
): Promise<void> {
  const founded = await hub.organisations.departments(organisationId);
  const departments = DEPARTMENTS.flatMap((cast): SampleDepartment[] => {
    const id = founded.find(({ name }) => name === cast.name[company.language])?.id;
    return id === undefined ? [] : [{ id, cast }];
  });
  for (const department of departments) {
    // One after the other, as everything that changes what is shared.
    // oxlint-disable-next-line no-await-in-loop
    await shareWork(hub, organisationId, company, { department, foundedAt });
  }
  await setGoal(hub, organisationId, company, { departments, foundedAt });
  for (const { id: departmentId, cast } of departments) {
    const weeks = BEGINS_IN[cast.key];
    const champion = everybody.find(
      (each) => each.departmentId === departmentId && each.person.role === 'champion',
    );
    if (weeks === undefined || champion === undefined) continue;
    const startedOn = addDays(company.startedOn, 7 * weeks);
    const key = { organisationId, departmentId };
    // oxlint-disable-next-line no-await-in-loop
    await hub.programmes.appoint(key, `sample-${champion.person.id}`, foundedAt);
    // oxlint-disable-next-line no-await-in-loop
    await hub.programmes.start(key, epochDay(startedOn));
    // oxlint-disable-next-line no-await-in-loop
    await fillMeetings(hub, key, company, { cast: cast.key, startedOn, foundedAt, today });
  }
}

async function shareWork(
  hub: ProgrammeHub,
  organisationId: string,
  { language }: SampleCompany,
  { department, foundedAt }: { readonly department: SampleDepartment; readonly foundedAt: number },
): Promise<void> {
  await hub.shared.change(organisationId, async (draft) => {
    for (const item of department.cast.workflows) {
      const [pack = '', name = ''] = item.split('/');
      const work = WORK[item];
      if (work === undefined) continue;
      // oxlint-disable-next-line no-await-in-loop
      await draft.putWorkflow({
        id: workflowIdOf(item),
        departmentId: department.id,
        memberId: undefined,
        state: 'registered',
        workflow: {
          name: work.name[language],
          kind: pack,
          rhythm: { kind: 'everyWorkday' },
          minutes: work.minutes,
          source: { pack, item: name },
        },
        createdAt: foundedAt,
        updatedAt: foundedAt,
      });
    }
  });
}

async function setGoal(
  hub: ProgrammeHub,
  organisationId: string,
  { language, startedOn }: SampleCompany,
  {
    departments,
    foundedAt,
  }: { readonly departments: readonly SampleDepartment[]; readonly foundedAt: number },
): Promise<void> {
  const organisation = await hub.organisations.byId(organisationId);
  if (organisation === undefined) return;
  const carrying = departments.filter(({ cast }) => BEGINS_IN[cast.key] !== undefined);
  const goal = {
    purpose: 'hands',
    sentence:
      language === 'ja'
        ? '見積もりと問い合わせを、その日のうちに返す'
        : 'Every quote and every question answered on the same day',
    by: addDays(startedOn, 7 * GOAL_WEEKS),
    departmentIds: carrying.map(({ id }) => id),
    workflowIds: carrying.flatMap(({ cast }) => cast.workflows.slice(0, 2).map(workflowIdOf)),
    setAt: foundedAt,
  } as const;
  const settings = organisationSettings(organisation);
  await hub.programmes.setGoal(organisationId, { ...goal }, JSON.stringify(settings));
  const [first] = carrying;
  if (first === undefined) return;
  const agreements =
    language === 'ja'
      ? ['下書きは AI、金額は人が確かめる', '来週の月曜に、三人で試す']
      : ['Drafts by AI, sums by a person', 'Three people try it next Monday'];
  await hub.programmes.putAgreement(
    organisationId,
    {
      workflowId: workflowIdOf(first.cast.workflows[0] ?? ''),
      departmentId: first.id,
      spreadFrom: undefined,
      agreed: agreements[0],
      nextStep: agreements[1],
    },
    foundedAt + MS_PER_DAY,
  );
}
