import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../../hub/db/schema.ts';
import { createHelp } from '../../../../hub/repositories/help.ts';
import { createMeetings } from '../../../../hub/repositories/meetings.ts';
import { createProgrammes, type StoredGoal } from '../../../../hub/repositories/programmes.ts';
import { createPulse } from '../../../../hub/repositories/pulse.ts';
import { createShared } from '../../../../hub/repositories/shared.ts';
import { organisationSettingsSchema } from '../../../../lib/contract/hub/organisation.ts';
import { addDays, dayOfEpoch, monthOf } from '../../../../lib/domain/day.ts';
import { PROGRAMME_WEEKS } from '../../../../lib/domain/programme.ts';
import { PULSE_POINTS } from '../../../../lib/domain/pulse.ts';
import type { FilledOrganisation } from './fill-organisation.ts';

const WORKFLOWS = 10;
const QUESTIONS = 20;
const ACTIONS = 10;
const PULSES = 20;
const MEETING_DAYS = 14;
const RUN_WEEKS = 12;
const MS_PER_DAY = 86_400_000;

/**
 * Adds to a filled organisation what a champion's sixteen weeks leave behind: a goal that names every department, and in each
 * ten workflows that its people run, an appointed champion, meetings with what was agreed, questions, and a month's pulse.
 */
export async function fillProgrammes(
  db: Kysely<Database>,
  { organisationId, departmentIds, memberIds }: FilledOrganisation,
  today: number,
): Promise<void> {
  const [programmes, shared] = [createProgrammes(db), createShared(db)];
  const at = (day: number): number => day * MS_PER_DAY;
  const startDay = today - PROGRAMME_WEEKS * 7 + 7;
  const goal: StoredGoal = {
    purpose: 'efficiency',
    sentence: 'Every quote answered on the same day',
    by: addDays(dayOfEpoch(today), 90),
    departmentIds: [...departmentIds],
    workflowIds: [],
    setAt: at(startDay),
  };
  const settings = organisationSettingsSchema.parse({ goals: { habitual: 0.6 } });
  await programmes.setGoal(organisationId, goal, JSON.stringify(settings));
  await shared.change(organisationId, async (draft) => {
    for (const departmentId of departmentIds) {
      for (let number = 0; number < WORKFLOWS; number += 1) {
        // oxlint-disable-next-line no-await-in-loop -- each takes the next number
        await draft.putWorkflow({
          id: `${departmentId}-work-${number}`,
          departmentId,
          memberId: undefined,
          state: 'registered',
          workflow: {
            name: `Work ${number}`,
            kind: 'sales',
            rhythm: { kind: 'everyWorkday' },
            minutes: 20,
          },
          createdAt: at(startDay),
          updatedAt: at(startDay),
        });
      }
    }
  });
  for (const [index, departmentId] of departmentIds.entries()) {
    const key = { organisationId, departmentId };
    // Members are dealt to the departments in turn, the owner to the first of them.
    const people = memberIds.filter((_, number) => number % departmentIds.length === index);
    /* oxlint-disable no-await-in-loop -- one department after the other */
    await programmes.appoint(key, people[1] ?? '', at(startDay));
    await programmes.start(key, startDay);
    await fillMeetings(db, key, { startDay, today });
    await fillHelp(db, key, { people, today });
    await fillPulse(db, key, { people, today });
    /* oxlint-enable no-await-in-loop */
  }
  for (let day = today - RUN_WEEKS * 7; day < today; day += 1) {
    // oxlint-disable-next-line no-await-in-loop
    if ((day + 3) % 7 < 5) await fillRuns(organisationId, day).execute(db);
  }
}

interface Key {
  readonly organisationId: string;
  readonly departmentId: string;
}

async function fillMeetings(
  db: Kysely<Database>,
  key: Key,
  { startDay, today }: { readonly startDay: number; readonly today: number },
): Promise<void> {
  const meetings = createMeetings(db);
  for (let day = startDay + 1; day < today; day += MEETING_DAYS) {
    const held = { day: dayOfEpoch(day), notes: 'What was said.', heldAt: day * MS_PER_DAY };
    // oxlint-disable-next-line no-await-in-loop
    await meetings.putHeld(key, held);
  }
  for (let number = 0; number < ACTIONS; number += 1) {
    const madeAt = (startDay + number * 7) * MS_PER_DAY;
    const id = `${key.departmentId}-action-${number}`;
    // oxlint-disable-next-line no-await-in-loop
    await meetings.putAction(key, {
      id,
      text: 'Try it with three people for a week',
      madeAt,
      ...(number % 2 === 0 ? {} : { doneAt: madeAt + 10 * MS_PER_DAY }),
    });
  }
}

interface People {
  readonly people: readonly string[];
  readonly today: number;
}

async function fillHelp(db: Kysely<Database>, key: Key, { people, today }: People): Promise<void> {
  const help = createHelp(db);
  for (let number = 0; number < QUESTIONS; number += 1) {
    const askedAt = (today - number) * MS_PER_DAY - MS_PER_DAY / 2;
    const isOpen = number % 4 === 0;
    // oxlint-disable-next-line no-await-in-loop
    await help.ask(key.organisationId, {
      id: `${key.departmentId}-question-${number}`,
      departmentId: key.departmentId,
      asker: { memberId: people[number % people.length] ?? '' },
      workflowId: `${key.departmentId}-work-${number % WORKFLOWS}`,
      text: 'Tables fall apart when I paste them. How should I ask?',
      askedAt,
      state: isOpen ? 'open' : 'answered',
      answer: isOpen ? undefined : 'Say first that it is separated by commas.',
      answeredAt: isOpen ? undefined : askedAt + 3_600_000,
      answeredAs: isOpen ? undefined : 'champion',
    });
  }
}

async function fillPulse(
  db: Kysely<Database>,
  { organisationId, departmentId }: Key,
  { people, today }: People,
): Promise<void> {
  const pulse = createPulse(db);
  const month = monthOf(addDays(dayOfEpoch(today), -31));
  for (const [index, memberId] of people.slice(0, PULSES).entries()) {
    const productivity = PULSE_POINTS[index % PULSE_POINTS.length] ?? 3;
    const answers = { quality: 4, effort: 3, speed: 5, productivity } as const;
    // oxlint-disable-next-line no-await-in-loop
    await pulse.answer({ organisationId, memberId }, { departmentId, month, answers });
  }
}

/** One day's runs of everybody who used a tool, each of one workflow of their department; made where they are stored. */
function fillRuns(organisationId: string, day: number) {
  const date = sql.lit(day);
  const number = sql`(CAST(substr(usage_days.member_id, 8) AS INTEGER) + ${date}) % ${sql.lit(WORKFLOWS)}`;
  return sql`
    INSERT INTO usage_runs (organisation_id, day, member_id, device_id, tool, workflow_id, runs)
    SELECT usage_days.organisation_id, usage_days.day, usage_days.member_id, device_id, tool,
      memberships.department_id || '-work-' || CAST(${number} AS TEXT), 1
    FROM usage_days
    JOIN memberships ON memberships.organisation_id = usage_days.organisation_id
      AND memberships.member_id = usage_days.member_id
    WHERE usage_days.organisation_id = ${organisationId} AND usage_days.day = ${date}
      AND usage_days.tool = 'chatgpt'`;
}
