import { dayRange, weekOf, weekdayOf, type DayKey } from '../domain/day.ts';
import type { DayState } from '../domain/line.ts';
import type { ComingWorkflow, WeekChange, WeeklySummary } from '../domain/weekly-summary.ts';
import { bracketedFacts } from '../i18n/bracketed-facts.ts';
import { shortDay, weekdayWord, weekWords } from '../i18n/day-words.ts';
import type { Language } from '../i18n/language.ts';
import { summary as strings } from '../i18n/summary.ts';
import { words, type Word } from '../i18n/words.ts';

/** State of a day as the summary draws it; `ahead` is a scheduled or free day that has not come yet. */
type SummaryDayState = DayState | 'ahead';

/** One of the three numbers, worded. */
interface SummaryFigure {
  readonly word: Word;
  readonly value: number;
  readonly unit: string;
  /** The week before, the goal, the self-reported part: short facts, in order. */
  readonly beside: readonly string[];
}

/**
 * A weekly summary in words: the page, the text, the HTML and the mail all say exactly this, so they cannot disagree.
 */
export interface SummaryInWords {
  readonly subject: string;
  readonly heading: string;
  /** The one thing that changed. */
  readonly changed: string;
  readonly figures: readonly [SummaryFigure, SummaryFigure, SummaryFigure];
  /** Monday to Sunday. */
  readonly days: readonly {
    readonly day: DayKey;
    readonly name: string;
    readonly state: SummaryDayState;
    readonly word: string;
  }[];
  readonly lineFacts: string;
  /** Time saved, always an estimate (METRICS.md M13). */
  readonly saved: string;
  readonly runs: readonly string[];
  /** Names the week after, which is the running one for whoever reads on Monday. */
  readonly dueHeading: string;
  readonly due: readonly string[];
  readonly definitions: readonly Word[];
}

const MARKS: Readonly<Record<SummaryDayState, string>> = {
  kept: '●',
  selfReported: '◎',
  open: '○',
  missed: '・',
  repaired: '―',
  off: '｜',
  ahead: ' ',
};

/** Words a summary in a language (UX.md, weekly summary). `weeklyGoal` is the person's own (M5). Pure. */
export function summaryInWords(
  data: WeeklySummary,
  language: Language,
  weeklyGoal: number,
): SummaryInWords {
  const t = strings[language];
  const word = words[language];
  const changed = changeWords(data, language);
  const goal = Math.min(weeklyGoal, data.now.scheduledDays);
  const states = new Map(data.line.days.map(({ day, state }) => [day, state]));
  const visitBeside = [
    t.before(data.before.visitDays),
    ...(goal === 0 ? [] : [data.now.visitDays >= goal ? t.goalReached(goal) : t.goal(goal)]),
    ...(data.now.selfReportedDays > 0 ? [t.selfReportedPart(data.now.selfReportedDays)] : []),
  ];
  return {
    subject: t.subject(changed),
    heading: t.ofWeek(weekWords(weekOf(data.from), language)),
    changed,
    figures: [
      {
        word: word.visitDay,
        value: data.now.visitDays,
        unit: t.visitDaysUnit(data.now.scheduledDays),
        beside: visitBeside,
      },
      {
        word: word.promptsStarted,
        value: data.now.promptsStarted,
        unit: t.timesUnit,
        beside: [t.before(data.before.promptsStarted)],
      },
      {
        word: { ...word.run, word: t.runs },
        value: runsOf(data.now),
        unit: t.timesUnit,
        beside: [t.before(runsOf(data.before))],
      },
    ],
    days: dayRange(data.from, data.to).map((day) => {
      const state = states.get(day) ?? 'ahead';
      return { day, name: weekdayWord(weekdayOf(day), language), state, word: t[state] };
    }),
    lineFacts: lineFacts(data, language),
    saved:
      data.now.estimatedMinutesSaved > 0
        ? t.saved(durationWords(data.now.estimatedMinutesSaved, language))
        : t.savedNone,
    runs: data.now.runs.map(({ workflow, runs }) =>
      t.runLine(workflow?.name ?? t.deletedWorkflow, runs),
    ),
    dueHeading: t.dueHeading(weekWords(data.next.week, language)),
    due: data.next.due.map((coming) => t.dueLine(coming.workflow.name, dueWords(coming, language))),
    definitions: [word.visitDay, word.promptsStarted, word.run, word.timeSaved],
  };
}

/** Minutes as a person says them: `45 分`, `1 時間 30 分`. */
export function durationWords(minutes: number, language: Language): string {
  const t = strings[language];
  return minutes < 60 ? t.minutes(minutes) : t.hours(Math.floor(minutes / 60), minutes % 60);
}

/** The summary as plain text, lines separated by `\n`, without a trailing one. */
export function summaryText(data: SummaryInWords, language: Language): string {
  const t = strings[language];
  const week = data.days.map(({ name, state }) => `${name}${MARKS[state]}`).join(' ');
  const colon = language === 'ja' ? '：' : ': ';
  return [
    data.heading,
    '',
    t.changedHeading,
    data.changed,
    '',
    ...data.figures.map(
      ({ word, value, unit, beside }) =>
        `${word.word}${colon}${value} ${unit}${bracketedFacts(beside, language)}`,
    ),
    '',
    t.lineHeading,
    week.trimEnd(),
    data.lineFacts,
    t.legend,
    '',
    t.savedHeading,
    data.saved,
    ...data.runs.map(bullet),
    t.savedNote,
    '',
    data.dueHeading,
    ...(data.due.length === 0 ? [t.dueNone] : data.due.map(bullet)),
    '',
    '--',
    t.definitionsHeading,
    ...data.definitions.map(({ word, meaning }) => `${word}${colon}${meaning}`),
    t.promise,
  ].join('\n');
}

/**
 * The summary as an HTML document that mail programs draw: one column, inline styles, no scripts, no images, nothing
 * loaded from elsewhere. Says what `summaryText` says, in the same order.
 */
export function summaryHtml(data: SummaryInWords, language: Language): string {
  const t = strings[language];
  const heading = (text: string): string =>
    `<h2 style="margin:24px 0 4px;font-size:13px;font-weight:600;color:#595d63">${escapeHtml(text)}</h2>`;
  const paragraph = (text: string, style = ''): string =>
    `<p style="margin:0;${style}">${escapeHtml(text)}</p>`;
  const list = (items: readonly string[]): string =>
    items.length === 0
      ? ''
      : `<ul style="margin:4px 0;padding-left:20px">${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
  const figures = data.figures
    .map(
      ({ word, value, unit, beside }) =>
        `<td style="padding:0 20px 0 0;vertical-align:top;width:33%"><div style="font-size:12px;color:#595d63">${escapeHtml(word.word)}</div><div><span style="font-size:28px;color:#1c4e78">${value}</span> <span style="font-size:12px">${escapeHtml(unit)}</span></div>${beside.map((text) => `<div style="font-size:12px;color:#595d63">${escapeHtml(text)}</div>`).join('')}</td>`,
    )
    .join('');
  const week = data.days
    .map(
      ({ name, state, word }) =>
        `<td style="padding:0 8px;text-align:center;font-size:12px;color:#595d63">${escapeHtml(name)}<div title="${escapeHtml(word)}" style="font-size:18px;line-height:1.4;color:#1c4e78">${MARKS[state] === ' ' ? '&nbsp;' : MARKS[state]}</div></td>`,
    )
    .join('');
  const small = 'font-size:12px;color:#595d63';
  const body = [
    `<h1 style="margin:0;font-size:18px;font-weight:600">${escapeHtml(data.heading)}</h1>`,
    heading(t.changedHeading),
    paragraph(data.changed, 'font-size:18px;color:#1c4e78'),
    `<table role="presentation" style="border-collapse:collapse;margin:24px 0 0;width:100%"><tr>${figures}</tr></table>`,
    heading(t.lineHeading),
    `<table role="presentation" style="border-collapse:collapse;margin:4px 0"><tr>${week}</tr></table>`,
    paragraph(data.lineFacts),
    paragraph(t.legend, small),
    heading(t.savedHeading),
    paragraph(data.saved),
    list(data.runs),
    paragraph(t.savedNote, small),
    heading(data.dueHeading),
    data.due.length === 0 ? paragraph(t.dueNone) : list(data.due),
    '<hr style="margin:24px 0 12px;border:0;border-top:1px solid #e4dccb">',
    heading(t.definitionsHeading).replace('margin:24px', 'margin:0'),
    ...data.definitions.map(({ word, meaning }) =>
      paragraph(`${word}${language === 'ja' ? '：' : ': '}${meaning}`, small),
    ),
    paragraph(t.promise, `${small};margin-top:8px`),
  ].join('\n');
  return `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(data.subject)}</title></head>\n<body style="margin:0;background:#faf6ee"><div style="max-width:600px;margin:0 auto;padding:24px;background:#fffdf8;color:#25272b;font-family:'Hiragino Sans','Noto Sans JP','Yu Gothic UI',Meiryo,sans-serif;font-size:14px;line-height:1.7">\n${body}\n</div></body></html>`;
}

/** A line that is broken tells what remains, and one that never was, where it begins: never a bare 0. */
function lineFacts({ line }: WeeklySummary, language: Language): string {
  const t = strings[language];
  if (line.current > 0) return t.lineFacts(line.current, line.weeks.current);
  if (line.longest === 0) return t.lineNotYet;
  return t.lineRemains(line.longest, Math.round(line.strength));
}

function isRunning({ line, to }: WeeklySummary): boolean {
  const last = line.days.at(-1)?.day;
  return last !== undefined && last < to;
}

function runsOf(figures: WeeklySummary['now']): number {
  return figures.runs.reduce((sum, { runs }) => sum + runs, 0);
}

function bullet(text: string): string {
  return `- ${text}`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function dueWords({ workflow, days }: ComingWorkflow, language: Language): string {
  if (workflow.rhythm.kind === 'everyWorkday') return strings[language].everyWorkday;
  return days.map((day) => shortDay(day, language)).join(language === 'ja' ? '、' : ', ');
}

function changeWords(data: WeeklySummary, language: Language): string {
  const t = strings[language];
  const change: WeekChange = data.changed;
  switch (change.rule) {
    case 'longestLine':
      return t.longestLine(change.days);
    case 'weeksInARow':
      return t.weeksInARow(change.weeks);
    case 'newWorkflow': {
      const run = data.now.runs.find(({ workflowId }) => workflowId === change.workflowId);
      return t.newWorkflow(run?.workflow?.name ?? t.deletedWorkflow);
    }
    case 'moreVisitDays':
    case 'fewerVisitDays':
    case 'morePrompts':
    case 'fewerPrompts':
      return t[change.rule](change.by);
    case 'noVisit':
      return isRunning(data) ? t.noVisitYet : t.noVisit;
    case 'weekOff':
    case 'firstVisit':
    case 'backAgain':
    case 'habitGained':
    case 'steady':
      return t[change.rule];
  }
}
