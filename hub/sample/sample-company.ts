import { HOLIDAYS } from '../../content/holidays.ts';
import type { Role } from '../../lib/contract/hub/people.ts';
import { createCalendar, type DaysOff } from '../../lib/domain/calendar.ts';
import {
  addDays,
  dayRange,
  daysBetween,
  mondayOf,
  weekdayOf,
  type DayKey,
} from '../../lib/domain/day.ts';
import type { LedgerEntry } from '../../lib/domain/ledger.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { chance } from './chance.ts';
import { drawDay } from './draw-day.ts';
import {
  COMPANY_NAME,
  DEPARTMENTS,
  type Cast,
  type CastDepartment,
} from './people-of-the-sample.ts';
import { leaningIn } from './tempers.ts';

/** One tool on one day, as a device would deliver it. */
export interface SampleRow extends LedgerEntry {
  readonly day: DayKey;
  readonly tool: string;
}

/** A person with every day of use. */
export interface SamplePerson {
  /** `misaki.takahashi`; stable, the same for every seed. */
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  readonly role: Role;
  readonly joinedOn: DayKey;
  readonly leave: readonly DaysOff[];
  /** Oldest first, at most one row a day and tool; none on a day off. */
  readonly rows: readonly SampleRow[];
}

/** A department and its people. */
export interface SampleDepartment {
  readonly key: CastDepartment['key'];
  readonly name: string;
  readonly people: readonly SamplePerson[];
}

/** A company of 40 in its seventeenth week. */
export interface SampleCompany {
  readonly name: string;
  readonly language: Language;
  readonly timeZone: 'Asia/Tokyo';
  readonly country: 'JP';
  /** The Monday on which the programme began. */
  readonly startedOn: DayKey;
  readonly closures: readonly DaysOff[];
  readonly departments: readonly SampleDepartment[];
}

/** What decides the sample: the same input gives the same company to the last row. */
export interface SampleInput {
  readonly today: DayKey;
  readonly seed?: number;
  readonly language?: Language;
  /** A Monday; sixteen weeks before the one of `today` unless the company was begun earlier and lives on. */
  readonly startedOn?: DayKey;
}

/** With it the two camps of the second department part in most weeks of the year; not every draw shows it. */
export const DEFAULT_SEED = 2;
const WEEKS = 16;
const DAYS_A_WEEK = 7;
const WORKDAYS = [1, 2, 3, 4, 5] as const;
/** Part of the people who have been there already when somebody looks at today. */
const OF_TODAY = 0.6;

/**
 * Makes the sample company: sixteen completed weeks and the running one up to `today`, which is half over. It holds rows of
 * days and nothing that was counted from them; lines, numbers and summaries are computed from it like from anybody's days.
 */
export function createSampleCompany({
  today,
  seed = DEFAULT_SEED,
  language = 'ja',
  startedOn = addDays(mondayOf(today), -WEEKS * DAYS_A_WEEK),
}: SampleInput): SampleCompany {
  const closures = closuresBetween(startedOn, today, language);
  const draw: Drawing = { seed, language, startedOn, today, closures };
  return {
    name: COMPANY_NAME[language],
    language,
    timeZone: 'Asia/Tokyo',
    country: 'JP',
    startedOn,
    closures,
    departments: DEPARTMENTS.map((department) => ({
      key: department.key,
      name: department.name[language],
      people: department.people.map((cast) => drawPerson(draw, department, cast)),
    })),
  };
}

interface Drawing extends Required<SampleInput> {
  readonly closures: readonly DaysOff[];
}

function drawPerson(drawing: Drawing, department: CastDepartment, cast: Cast): SamplePerson {
  const { seed, language, startedOn, today, closures } = drawing;
  const joinedOn = joiningDay(drawing, cast);
  const leave = drawLeave(drawing, cast).filter(({ from }) => from > joinedOn);
  const calendar = createCalendar({ country: 'JP', weekdays: WORKDAYS, closures, leave }, HOLIDAYS);
  const rows = dayRange(joinedOn, today)
    .filter((day) => calendar.isScheduled(day))
    .flatMap((day) => {
      const week = Math.floor(daysBetween(startedOn, day) / DAYS_A_WEEK);
      const { visits, prompts } = leaningIn(cast.temper, week);
      const share = day === today ? OF_TODAY : 1;
      if (chance(seed, cast.id, day, 'visits') >= visits * share) return [];
      return drawDay({ seed, id: cast.id, day, prompts, workflows: department.workflows });
    });
  return {
    id: cast.id,
    displayName: cast.name[language],
    email: `${cast.id}@minato.example`,
    role: cast.role,
    joinedOn,
    leave,
    rows,
  };
}

/** Most join on the first two days, newcomers on the first working day of their week. */
function joiningDay({ seed, startedOn, today }: Drawing, { id, joinsInWeek }: Cast): DayKey {
  const monday = addDays(startedOn, joinsInWeek * DAYS_A_WEEK);
  const late = joinsInWeek === 0 && chance(seed, id, 'joins') < 0.4 ? 1 : 0;
  const day = addDays(monday, late);
  return day <= today ? day : today;
}

/** Most people take two days in a row once, and some a single day besides. */
function drawLeave({ seed, startedOn, language }: Drawing, { id }: Cast): DaysOff[] {
  const name = language === 'ja' ? '休暇' : 'Leave';
  const leave: DaysOff[] = [];
  if (chance(seed, id, 'holiday') < 0.7) {
    const week = 2 + Math.floor(chance(seed, id, 'holiday week') * 13);
    const from = addDays(startedOn, week * DAYS_A_WEEK + Math.floor(chance(seed, id, 'from') * 4));
    leave.push({ from, to: addDays(from, 1), name });
  }
  if (chance(seed, id, 'single') < 0.5) {
    const index = Math.floor(chance(seed, id, 'single day') * WEEKS * DAYS_A_WEEK);
    const day = addDays(startedOn, index);
    if (weekdayOf(day) <= WORKDAYS.length) leave.push({ from: day, to: day, name });
  }
  return leave;
}

/** お盆 and 年末年始 of the years that the weeks touch. */
function closuresBetween(from: DayKey, to: DayKey, language: Language): DaysOff[] {
  const ja = language === 'ja';
  const years = [...new Set([from, to].map((day) => Number(day.slice(0, 4))))];
  return years
    .flatMap((year): DaysOff[] => [
      closure(`${year}-08-13`, `${year}-08-15`, ja ? 'お盆休み' : 'Obon closure'),
      closure(`${year}-12-29`, `${year + 1}-01-03`, ja ? '年末年始' : 'Year-end closure'),
    ])
    .filter((days) => days.to >= from && days.from <= addDays(to, 60));
}

function closure(from: string, to: string, name: string): DaysOff {
  return { from: from as DayKey, to: to as DayKey, name };
}
