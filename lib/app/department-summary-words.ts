import type { DepartmentChange } from '../domain/department-change.ts';
import type {
  DepartmentSummary,
  SummaryLine,
  SummaryNumber,
} from '../domain/department-summary.ts';
import { sinceBeginning, type DrawnDay } from '../domain/drawn-days.ts';
import type { LineDay } from '../domain/line.ts';
import type { Figure } from '../domain/released.ts';
import { weekWords } from '../i18n/day-words.ts';
import { gapStates } from '../i18n/gap.ts';
import type { Language } from '../i18n/language.ts';
import { actionWords, type ActionWords } from '../i18n/department-actions.ts';
import { summaryDefinitions } from '../i18n/summary-definitions.ts';
import { notShownWords, summaryMail as strings } from '../i18n/summary-mail.ts';
import type { Word } from '../i18n/words.ts';

/** One of the three numbers, worded. */
export interface NumberInWords {
  readonly word: Word;
  /** `12 人`, `9〜11 人`, `—`. */
  readonly value: string;
  /** Share, week before, goal, or why there is no number: short facts, in order. */
  readonly beside: readonly string[];
}

/** A department's line, worded. `days` are the last four weeks, none when it is hidden or has not begun. */
export interface LineInWords {
  readonly name: string;
  readonly days: readonly DrawnDay[];
  /** Whether it was running before the first of the days. */
  readonly entering: boolean;
  readonly facts: string;
  /** What the drawing shows, as a sentence. */
  readonly alt: string;
}

/** A department's weekly summary in words: mail, chat, print and board say exactly this, so they cannot disagree. */
export interface DepartmentSummaryInWords {
  readonly language: Language;
  readonly subject: string;
  readonly department: string;
  readonly heading: string;
  /** The one thing that changed, and by which rule it was chosen. */
  readonly changed: string;
  readonly whyChosen: string;
  /** Said when the numbers are those of Other. */
  readonly numbersNote: string | undefined;
  readonly numbers: readonly NumberInWords[];
  readonly line: LineInWords;
  readonly others: readonly LineInWords[];
  /** Said when there are more departments than a reader takes in at once. */
  readonly othersMore: string | undefined;
  /** Told only in the week that completes four. */
  readonly review: readonly string[];
  readonly action: ActionWords;
  readonly definitions: readonly Word[];
  readonly promise: string;
}

const LINE_DAYS = 28;
/** Seven lines beside each other are still read at a glance. */
const MOST_OTHERS = 6;
const METRIC_WORD = { weeklyActive: 'M9', habitual: 'M8', promptsPerMember: 'M3' } as const;

/** Words a department's summary in a language (UX.md, weekly summary). Pure. */
export function departmentSummaryInWords(
  data: DepartmentSummary,
  language: Language,
): DepartmentSummaryInWords {
  const t = strings[language];
  const { name } = data.department;
  const changed = changeWords(data, language);
  const { action } = data;
  return {
    language,
    subject: t.subject(name, changed.text),
    department: name,
    heading: t.heading(name, weekWords(data.week, language)),
    changed: changed.text,
    whyChosen: t.whyChosen(changed.why),
    numbersNote: data.numbersOf.group === 'other' ? t.ofOther : undefined,
    numbers: data.numbers.map((number) => numberInWords(number, language)),
    line: lineInWords(data.line, language),
    others: data.others.slice(0, MOST_OTHERS).map((line) => lineInWords(line, language)),
    othersMore:
      data.others.length > MOST_OTHERS ? t.othersMore(data.others.length - MOST_OTHERS) : undefined,
    review: reviewInWords(data, language),
    action: actionWords[language][action.code]('people' in action ? action.people : 0),
    definitions: data.definitions.map((code) => summaryDefinitions[language][code]),
    promise: t.promise,
  };
}

/** A share as whole percent. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function numberInWords(number: SummaryNumber, language: Language): NumberInWords {
  const t = strings[language];
  const { metric, now, before, goal } = number;
  const word = summaryDefinitions[language][METRIC_WORD[metric]];
  if (!now.shown) {
    return { word, value: t.notShown, beside: [notShownWords[language][now.because]] };
  }
  const people = metric !== 'promptsPerMember';
  const valueOf = people ? peopleWords : timesWords;
  const goalWords = goal === undefined ? '' : people ? percent(goal) : t.times(String(goal));
  const reached = number.goalReached === 'yes';
  return {
    word,
    value: valueOf(now, language),
    beside: [
      ...(people ? [t.peopleOf(now.of, shareWords(now, language))] : []),
      ...(before.shown ? [t.before(valueOf(before, language))] : []),
      ...(goal === undefined ? [] : [reached ? t.goalReached(goalWords) : t.goal(goalWords)]),
    ],
  };
}

type Shown = Extract<Figure, { shown: true }>;

/** Exact, a range, or a bound where the range ends at nobody or at everybody (METRICS.md P). */
function bounded(
  { low, high, of }: Shown,
  language: Language,
  say: (value: number) => string,
): string {
  const t = strings[language];
  if (low === high) return say(low);
  if (low === 0) return t.atMost(say(high));
  if (high === of) return t.atLeast(say(low));
  return say(low) === say(high) ? say(low) : t.range(say(low), say(high));
}

function peopleWords(figure: Shown, language: Language): string {
  const t = strings[language];
  if (figure.low !== figure.high && figure.low > 0 && figure.high < figure.of) {
    return t.people(t.range(String(figure.low), String(figure.high)));
  }
  return bounded(figure, language, (value) => t.people(String(value)));
}

/** A share of people as it may be told: `60%`, `38% 以下`. */
export function shareWords(figure: Shown, language: Language): string {
  return bounded(figure, language, (value) => percent(value / figure.of));
}

/** A mean has no "everybody": its upper end is a number like any other. */
function timesWords(figure: Shown, language: Language): string {
  const t = strings[language];
  if (figure.low === figure.high) return t.times(String(figure.low));
  if (figure.low === 0) return t.atMost(t.times(String(figure.high)));
  return t.times(t.range(String(figure.low), String(figure.high)));
}

function lineInWords(line: SummaryLine, language: Language): LineInWords {
  const t = strings[language];
  const { name } = line;
  if (line.hiddenBecause === 'fewerThanThree') {
    return { name, days: [], entering: false, facts: t.lineHidden, alt: t.lineHidden };
  }
  const { days: all, current, longest, weeks } = line.line;
  const days = sinceBeginning(all).slice(-LINE_DAYS);
  if (days.every(({ state }) => state === 'blank')) {
    return { name, days: [], entering: false, facts: t.lineNotYet, alt: t.lineNotYet };
  }
  const count = (state: LineDay['state']): number =>
    days.filter((day) => day.state === state).length;
  const parts = (['kept', 'missed', 'open', 'off'] as const)
    .map((state) => ({ state, days: count(state) }))
    .filter((part) => part.days > 0)
    .map((part) => t[part.state](part.days));
  const ongoing = current > 0 ? t.lineFacts(current, weeks.current) : t.lineNotYet;
  return {
    name,
    days,
    entering: all.slice(0, -LINE_DAYS).findLast(({ state }) => state !== 'off')?.state === 'kept',
    facts: current === 0 && longest > 0 ? t.lineRemains(longest) : ongoing,
    alt: t.lineAlt(name, parts.join(t.separator)),
  };
}

function reviewInWords(data: DepartmentSummary, language: Language): string[] {
  const { review } = data;
  if (review.to !== data.week || !review.active28.shown) return [];
  const t = strings[language];
  const { active28, topFifth, gap } = review;
  const share = topFifth.shown
    ? topFifth.low === topFifth.high
      ? percent(topFifth.low)
      : t.range(percent(topFifth.low), percent(topFifth.high))
    : undefined;
  const people = peopleWords(active28, language);
  return [
    t.active28(
      `${people}${language === 'ja' ? '（' : ' ('}${t.peopleOf(active28.of, shareWords(active28, language))}${language === 'ja' ? '）' : ')'}`,
    ),
    ...(share === undefined ? [] : [t.topFifth(share)]),
    ...(gap.shown ? [gapStates[language][gap.state].says] : []),
  ];
}

function changeWords(
  data: DepartmentSummary,
  language: Language,
): { readonly text: string; readonly why: string } {
  const t = strings[language];
  const change: DepartmentChange = data.changed;
  switch (change.rule) {
    case 'weekOff':
      return { text: t.weekOff, why: t.whyWeekOff };
    case 'habitGoalReached':
      return { text: t.habitGoalReached(percent(change.goal)), why: t.whyGoal };
    case 'activeGoalReached':
      return { text: t.activeGoalReached(percent(change.goal)), why: t.whyGoal };
    case 'gapWidened':
      return { text: t.gapWidened, why: t.whyGap };
    case 'weeksInARow':
      return { text: t.weeksInARow(change.weeks), why: t.whyWeeks };
    case 'longestLine':
      return { text: t.longestLine(change.days), why: t.whyLongest };
    case 'lineEnded':
      return { text: t.lineEnded(change.days), why: t.whyEnded };
    case 'activeUp':
    case 'activeDown':
      return {
        text: t[change.rule](t.points(change.points, isExact(data, 'weeklyActive'))),
        why: t.whyActive,
      };
    case 'habitUp':
    case 'habitDown':
      return {
        text: t[change.rule](t.points(change.points, isExact(data, 'habitual'))),
        why: t.whyHabit,
      };
    case 'promptsUp':
    case 'promptsDown':
      return {
        text: t[change.rule](t.percent(change.percent, isExact(data, 'promptsPerMember'))),
        why: t.whyPrompts,
      };
    case 'lineBegan':
      return { text: t.lineBegan(change.days), why: t.whyBegan };
    case 'steady':
      return hasWeekBefore(data)
        ? { text: t.steady, why: t.whySteady }
        : { text: t.noWeekBefore, why: t.whyNoWeekBefore };
  }
}

/** Whether anybody belonged to the department in the week before; else nothing was like it. */
function hasWeekBefore({ numbers }: DepartmentSummary): boolean {
  return !numbers.every(({ before }) => !before.shown && before.because === 'noMembers');
}

/** Whether both weeks' numbers are exact; else a difference is only known from below. */
function isExact(data: DepartmentSummary, metric: SummaryNumber['metric']): boolean {
  const number = data.numbers.find((each) => each.metric === metric);
  return [number?.now, number?.before].every(
    (figure) => figure?.shown === true && figure.low === figure.high,
  );
}
