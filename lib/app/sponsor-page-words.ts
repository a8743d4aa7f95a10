import type { SponsorDepartment, SponsorPage } from '../contract/hub/sponsor.ts';
import { firstStall, type Stall } from '../domain/programme-stall.ts';
import type { Figure } from '../domain/released.ts';
import { goesOn } from '../domain/sponsor-page.ts';
import type { WeekKey } from '../domain/day.ts';
import { longDay, monthWords, shortDay, weekWords } from '../i18n/day-words.ts';
import type { Language } from '../i18n/language.ts';
import { stalls } from '../i18n/programme.ts';
import { goods, needs, purposes, sponsor as strings } from '../i18n/sponsor.ts';
import { summaryDefinitions } from '../i18n/summary-definitions.ts';
import { notShownWords, summaryMail } from '../i18n/summary-mail.ts';
import type { Word } from '../i18n/words.ts';
import { percent, shareWords, type NumberInWords } from './department-summary-words.ts';
import { stallFact, stallReason } from './stall-words.ts';

/** Something that needs the sponsor: what, why it is here, and what to do, a sentence each. */
export interface NeedInWords {
  readonly title: string;
  readonly why: string;
  readonly todo: string;
}

/** A department's row: as many facts as the table has columns. */
export interface ProgrammeInWords {
  readonly name: string;
  readonly week: string;
  readonly habit: string;
  readonly attached: string;
  readonly meetings: string;
  readonly state: string;
  /** Something in it is not as it should be; the words say what. */
  readonly needsCare: boolean;
}

/** The sponsor's month in words: board, paper, mail and text say exactly this, so they cannot disagree. */
export interface SponsorPageInWords {
  readonly language: Language;
  readonly subject: string;
  readonly heading: string;
  /** The day whose state it is, and the month whose meetings are counted. */
  readonly asOf: string;
  /** How many things need the sponsor. */
  readonly first: string;
  readonly goal: { readonly sentence: string | undefined; readonly line: string };
  readonly numbers: readonly NumberInWords[];
  /** Which week they are of. */
  readonly numbersNote: string;
  readonly needs: readonly NeedInWords[];
  readonly more: string | undefined;
  readonly well: readonly string[];
  /** Names of the columns, in the order of `ProgrammeInWords`. */
  readonly columns: readonly [string, string, string, string, string, string];
  readonly programmes: readonly ProgrammeInWords[];
  /** Said under them: how many go on after their sixteen weeks, and how many the goal does not name. */
  readonly below: readonly string[];
  readonly definitions: readonly Word[];
  readonly promise: string;
}

type Shown = Extract<Figure, { shown: true }>;

/** Words a company's month in a language. Pure. */
export function sponsorPageInWords(page: SponsorPage, language: Language): SponsorPageInWords {
  const t = strings[language];
  const month = monthWords(page.month, language);
  const departmentOf = (id: string | undefined) =>
    page.departments.find((department) => department.id === id);
  const nameOf = (id: string | undefined) => departmentOf(id)?.name ?? '';
  const count = page.needs.length + page.more;
  const first = count === 0 ? t.needsNothing : t.needsCount(count);
  const { goal } = page;
  const whyNot = whyNoneIsShown(page);
  const definitions = summaryDefinitions[language];
  return {
    language,
    subject: t.subject(page.company, month, first),
    heading: t.heading(page.company, monthWords(page.month, language, true)),
    asOf: t.asOf(longDay(page.today, language), month),
    first,
    goal:
      goal === undefined
        ? { sentence: undefined, line: t.noGoal }
        : {
            sentence: goal.sentence,
            line: (page.today > goal.by ? t.goalLineAfter : t.goalLine)(
              purposes[language][goal.purpose],
              longDay(goal.by, language),
              percent(goal.share),
            ),
          },
    numbers: [
      numberInWords(page.habitual, {
        word: definitions.M8,
        whyNot: whyNot === undefined ? t.nothingShown : notShownWords[language][whyNot],
        language,
      }),
      numberInWords(page.weeklyActive, {
        word: definitions.M9,
        whyNot: whyNot === 'noMembers' ? notShownWords[language].noMembers : t.nothingShown,
        language,
      }),
    ],
    numbersNote: t.numbersOf(weekWords(page.week as WeekKey, language)),
    needs: page.needs.map(({ need, departmentId, meetings }) => {
      const { title, why, todo } = needs[language][need];
      const fact =
        need === 'standstill'
          ? standstillReason(departmentOf(departmentId)?.programme, language)
          : String(meetings ?? 0);
      return { title: title(nameOf(departmentId)), why: why(fact, month), todo };
    }),
    more: page.more === 0 ? undefined : t.more(page.more),
    well: page.well.map(({ good, departmentId, works }) =>
      goods[language][good]({ department: nameOf(departmentId), works: works ?? 0, month }),
    ),
    columns: [t.department, t.week, t.habit, t.attached, t.meetings(month), t.exit],
    programmes: page.departments.map((each) => programmeInWords(each, page.month, language)),
    below: goal === undefined ? [] : belowProgrammes(page, language),
    definitions: [definitions.M8, definitions.M9, definitions.P],
    promise: summaryMail[language].promise,
  };
}

/** Of a company with a goal: without one it names no department, and nothing is to be reached. */
function belowProgrammes(
  { departments, month, beside }: SponsorPage,
  language: Language,
): readonly string[] {
  const t = strings[language];
  const going = departments.filter((each) => hasGoneOn(each, month)).length;
  return [...(going === 0 ? [] : [t.goOn(going)]), ...(beside === 0 ? [] : [t.beside(beside)])];
}

function hasGoneOn({ startedOn, programme }: SponsorDepartment, month: string): boolean {
  return goesOn({ startedOn, view: programme }, month);
}

/** A company's share as it is said beside its goal, for one line; undefined where nothing is shown. */
export function companyShareWords(
  { share }: SponsorPage['weeklyActive'],
  language: Language,
): string | undefined {
  // A sum of released figures is as released as they are (`lib/domain/sponsor-page.ts`).
  return share && shareWords({ shown: true, ...share } as Shown, language);
}

function numberInWords(
  number: SponsorPage['habitual'],
  {
    word,
    whyNot,
    language,
  }: {
    readonly word: Word;
    /** Said where nothing is shown. */
    readonly whyNot: string;
    readonly language: Language;
  },
): NumberInWords {
  const t = strings[language];
  const { share, goal, reached, untold } = number;
  const told = companyShareWords(number, language);
  return {
    word,
    value: told ?? summaryMail[language].notShown,
    beside: [
      ...(share === undefined ? [whyNot] : [peopleOf(share.of, language)]),
      ...(goal === undefined ? [] : [(reached === 'yes' ? t.goalReached : t.goal)(percent(goal))]),
      ...(untold === 0 || share === undefined ? [] : [t.untold(untold)]),
    ],
  };
}

/** Why no department's share is shown, where all wait for the same: their first people, or their first four weeks. */
function whyNoneIsShown({ departments }: SponsorPage): 'noMembers' | 'tooEarly' | undefined {
  const figures = departments.flatMap(({ programme }) => programme?.actual.share ?? []);
  const all = new Set(figures.map((figure) => (figure.shown ? undefined : figure.because)));
  return (['noMembers', 'tooEarly'] as const).find((reason) => all.size === 1 && all.has(reason));
}

function peopleOf(of: number, language: Language): string {
  return summaryMail[language].people(String(of));
}

function programmeInWords(
  department: SponsorDepartment,
  month: string,
  language: Language,
): ProgrammeInWords {
  const { name, programme, startedOn, meetings, goal } = department;
  const t = strings[language];
  const none = summaryMail[language].notShown;
  if (programme === undefined || programme.phase === 'waiting') {
    const state =
      programme === undefined || startedOn === undefined
        ? t.notBegun
        : t.waiting(shortDay(startedOn, language));
    return {
      name,
      week: none,
      habit: none,
      attached: none,
      meetings: none,
      state,
      needsCare: programme === undefined,
    };
  }
  const { phase, week, expected, actual } = programme;
  const mark = (goal ?? 0) * expected.partOfGoal;
  return {
    name,
    week: phase === 'running' ? t.weekOf(week) : t.weeksOver,
    habit: besideMark(shareOf(actual.share, language), mark === 0 ? undefined : percent(mark), t),
    attached: besideMark(
      actual.work === undefined ? t.notTold : t.works(actual.work.attached),
      expected.attached === 0 ? undefined : t.works(expected.attached),
      t,
    ),
    meetings: t.times(meetings),
    ...(phase === 'over'
      ? { state: t.notPassed, needsCare: !hasGoneOn(department, month) }
      : stateOf(programme, language)),
  };
}

function besideMark(now: string, mark: string | undefined, t: (typeof strings)['ja']): string {
  return mark === undefined ? now : t.ofMark(now, mark);
}

function shareOf(share: { readonly shown: boolean } | undefined, language: Language): string {
  if (share === undefined) return strings[language].notTold;
  // The contract's figure is the floor's, parsed at the door.
  const figure = share as Figure;
  return figure.shown ? shareWords(figure, language) : notShownWords[language][figure.because];
}

function stateOf(
  { exit, stalled, alarm }: NonNullable<SponsorDepartment['programme']>,
  language: Language,
): Pick<ProgrammeInWords, 'state' | 'needsCare'> {
  const t = strings[language];
  if (alarm) return { state: t.alarm, needsCare: true };
  if (exit.passed) return { state: t.passedOn(shortDay(exit.on, language)), needsCare: false };
  const first = firstStall(stalled.reasons);
  return first === undefined
    ? { state: t.moving, needsCare: false }
    : { state: stalledWords(first, exit.meetings, language), needsCare: true };
}

/** Since when, but for a missing meeting or goal: the last meeting says more than the day the rule came true. */
function stalledWords(
  stall: Stall,
  held: Parameters<typeof stallFact>[1],
  language: Language,
): string {
  const t = strings[language];
  if (stall.reason === 'noMeeting') return t.stalled(stallFact(stall, held, language) ?? '');
  if (stall.reason === 'noGoal') return t.stalled(stalls[language].noGoal.why);
  return t.stalledSince(shortDay(stall.since, language));
}

/** What stands in the way longest. */
function standstillReason(programme: SponsorDepartment['programme'], language: Language): string {
  const first = firstStall(programme?.stalled.reasons ?? []);
  return first === undefined ? '' : stallReason(first, programme?.exit.meetings ?? [], language);
}
