import type { AskedQuestion } from '../contract/hub/help.ts';
import type { ActionDto } from '../contract/hub/meetings.ts';
import type { AttachmentCard, ProgrammeViewDto } from '../contract/hub/programme.ts';
import type { Note } from '../contract/hub/sharing.ts';
import { addDays, daysBetween, mondayOf, weekOf, type DayKey } from '../domain/day.ts';
import type { DepartmentSummary } from '../domain/department-summary.ts';
import { expectedIn } from '../domain/programme.ts';
import { stalledProposals } from '../domain/stalled-proposals.ts';
import { boardHelp } from '../i18n/board-help.ts';
import { bracketedFacts } from '../i18n/bracketed-facts.ts';
import { longDay, shortDay, weekWords } from '../i18n/day-words.ts';
import type { Language } from '../i18n/language.ts';
import { meetings } from '../i18n/meetings.ts';
import { noticeMail } from '../i18n/notice-mail.ts';
import { programme as programmeStrings } from '../i18n/programme.ts';
import { summaryMail } from '../i18n/summary-mail.ts';
import { departmentSummaryInWords } from './department-summary-words.ts';
import { stallReason } from './stall-words.ts';

/** A part of an agenda: a heading with its points, or why there are none. */
interface AgendaSection {
  readonly heading: string;
  readonly items: readonly string[];
  /** Said where there is no point. */
  readonly none: string;
}

/** A meeting's agenda in words, on the screen, on paper and as Markdown the same. */
export interface Agenda {
  readonly title: string;
  readonly sections: readonly AgendaSection[];
  /** The promise about use, as under every summary. */
  readonly promise: string;
}

/** What an agenda is put together from; all of it is what the board shows elsewhere. */
export interface AgendaSources {
  readonly department: string;
  readonly day: DayKey;
  readonly summary: DepartmentSummary;
  /** Open ones; or only how many there are, for what leaves the product (docs/adr/0022-notices.md). */
  readonly questions: readonly AskedQuestion[] | { readonly count: number };
  readonly actions: readonly ActionDto[];
  /** Newest first. */
  readonly notes: readonly Pick<Note, 'title' | 'changed' | 'meaning'>[];
  /** Undefined before it begins. */
  readonly programme?: ProgrammeViewDto | undefined;
  /** The department's workflows; those that do not move are looked at. */
  readonly cards: readonly AttachmentCard[];
  readonly today: DayKey;
}

const MOST_QUESTIONS = 5;
const MOST_PROPOSALS = 5;

/**
 * The agenda of a meeting: goal against actual, where the programme stands, what changed, proposals that do not move,
 * questions that wait, what is carried on and what was done, and one thing that is new. Questions stand without names, because the agenda is read in a room. Pure.
 */
export function meetingAgenda(sources: AgendaSources, language: Language): Agenda {
  const { department, day, summary, actions, notes } = sources;
  const t = meetings[language];
  const words = departmentSummaryInWords(summary, language);
  const [note] = notes;
  const wordsOf = (action: ActionDto) => actionWords(action, language);
  const done = actions.filter(({ doneAt }) => doneAt !== undefined);
  return {
    title: t.agendaTitle(department, longDay(day, language)),
    sections: [
      {
        heading: t.goalHeading(weekWords(summary.week, language)),
        items: words.numbers.map(
          ({ word, value, beside }) =>
            `${word.word}${language === 'ja' ? '：' : ': '}${value}${bracketedFacts(beside, language)}`,
        ),
        none: words.numbersNote ?? '',
      },
      ...programmeSection(sources, language),
      { heading: t.changedHeading, items: [words.changed], none: '' },
      {
        heading: t.proposalsHeading,
        items: proposalWords(sources, language),
        none: t.proposalsNone,
      },
      {
        heading: t.questionsHeading,
        items: questionWords(sources.questions, language),
        none: t.questionsNone,
      },
      {
        heading: t.actionsHeading,
        items: actions.filter(({ doneAt }) => doneAt === undefined).map(wordsOf),
        none: t.actionsNone,
      },
      ...(done.length === 0
        ? []
        : [{ heading: t.doneHeading, items: done.map(wordsOf), none: '' }]),
      {
        heading: t.newsHeading,
        items: note === undefined ? [] : [note.title, note.changed, note.meaning],
        none: t.newsNone,
      },
    ],
    promise: words.promise,
  };
}

/** What the week expects beside what is, and why it stands still; nothing before it begins and once it was passed. */
function programmeSection(
  sources: Pick<AgendaSources, 'programme' | 'today' | 'day' | 'summary'>,
  language: Language,
): AgendaSection[] {
  const { programme, today } = sources;
  if (programme?.phase !== 'running' && programme?.phase !== 'over') return [];
  const t = meetings[language];
  const w = programmeStrings[language];
  const { expected, actual, exit, stalled, phase, week } = programme;
  const stands = phase === 'over' ? w.stalledHeadingAfter : w.stalledHeading;
  const colon = language === 'ja' ? '：' : ': ';
  const beside = (name: string, is: string, mark: string) =>
    `${name}${colon}${is}${bracket(t.mark(mark), language)}`;
  const course = actual.onCourse;
  return [
    {
      heading:
        phase === 'over'
          ? w.over
          : w.running(week) + bracket(t.asOf(shortDay(today, language)), language),
      items: [
        ...(phase === 'over' ? [w.stillOpen] : []),
        ...(course === undefined ? [] : [`${w.habit}${colon}${w[`onCourse_${course}`]}`]),
        ...exitWords(sources, programme, language),
        beside(w.meetings, w.times(actual.meetings), w.times(expected.meetings)),
        ...(actual.work === undefined
          ? []
          : [
              beside(w.tried, w.works(actual.work.tried), w.works(expected.tried)),
              beside(w.attached, w.works(actual.work.attached), w.works(expected.attached)),
            ]),
        ...stalled.reasons.map(
          (stall) => `${stands}${colon}${stallReason(stall, exit.meetings, language)}`,
        ),
      ],
      none: '',
    },
  ];
}

/**
 * Which week the exit test will look at (METRICS.md M14), near the exit and where it is not the one whose figures stand
 * above: an agenda is made two working days ahead, and a Monday may lie between. Nothing where the share is not told (P): it
 * would send the reader to a board without it.
 */
function exitWords(
  { today, day, summary }: Pick<AgendaSources, 'today' | 'day' | 'summary'>,
  { exit, week, actual }: ProgrammeViewDto,
  language: Language,
): string[] {
  if (exit.passed || exit.because === 'noGoal' || actual.share?.shown !== true) return [];
  const ahead = daysBetween(mondayOf(today), mondayOf(day)) / 7;
  const counted = weekOf(addDays(day, -7));
  if (expectedIn(week + ahead).stage !== 'exit' || counted === summary.week) return [];
  const from = shortDay(mondayOf(day), language);
  return [meetings[language].exitWeek(weekWords(counted, language), from)];
}

function proposalWords({ cards, today }: AgendaSources, language: Language): string[] {
  const t = meetings[language];
  return stalledProposals(cards, today)
    .slice(0, MOST_PROPOSALS)
    .map(({ name, fellBack, fellSince, waiting, nextStep }) => {
      const fell =
        fellSince === undefined ? t.fellBack : t.fellSince(shortDay(fellSince, language));
      const why = fellBack ? fell : waiting ? t.notAccepted : t.notTried;
      const step = nextStep === undefined ? [] : [t.nextStep(nextStep)];
      return name + bracket([why, ...step].join(language === 'ja' ? '、' : ', '), language);
    });
}

function questionWords(questions: AgendaSources['questions'], language: Language): string[] {
  const t = meetings[language];
  if ('count' in questions) {
    return questions.count === 0 ? [] : [t.questionsCount(questions.count)];
  }
  return questions.slice(0, MOST_QUESTIONS).map(({ text, waitedMinutes }) => {
    const [line = text] = text.split('\n', 1);
    const time = boardHelp[language].duration(Math.floor(waitedMinutes / 60), waitedMinutes % 60);
    return line + bracket(t.waiting(time), language);
  });
}

function bracket(text: string, language: Language): string {
  return language === 'ja' ? `（${text}）` : ` (${text})`;
}

/** What minutes are made from. */
export interface MinutesSources extends Pick<AgendaSources, 'department' | 'day' | 'actions'> {
  readonly notes: string;
}

/** Minutes in the parts of an agenda, for a mail: what was written down, what is carried on and what was done. Pure. */
export function minutesAgenda(
  { department, day, notes, actions }: MinutesSources,
  language: Language,
): Agenda {
  const t = meetings[language];
  const wordsOf = (action: ActionDto) => actionWords(action, language);
  const done = actions.filter(({ doneAt }) => doneAt !== undefined);
  return {
    title: t.minutesTitle(department, longDay(day, language)),
    sections: [
      {
        heading: noticeMail[language].minutesNotes,
        items: notes.split(/\r?\n/).filter((line) => line.trim() !== ''),
        none: t.noNotes,
      },
      {
        heading: t.actionsHeading,
        items: actions.filter(({ doneAt }) => doneAt === undefined).map(wordsOf),
        none: t.actionsNone,
      },
      ...(done.length === 0
        ? []
        : [{ heading: t.doneHeading, items: done.map(wordsOf), none: '' }]),
    ],
    promise: summaryMail[language].promise,
  };
}

/** Minutes as Markdown, to be sent around: what was written down, what is carried on and what was done. */
export function minutesMarkdown(
  { department, day, notes, actions }: MinutesSources,
  language: Language,
): string {
  const t = meetings[language];
  const list = (heading: string, some: readonly ActionDto[]) =>
    some.length === 0
      ? []
      : [`## ${heading}\n\n${some.map((each) => `- ${actionWords(each, language)}`).join('\n')}`];
  return [
    `# ${t.minutesTitle(department, longDay(day, language))}`,
    notes === '' ? t.noNotes : notes,
    ...list(
      t.actionsHeading,
      actions.filter(({ doneAt }) => doneAt === undefined),
    ),
    ...list(
      t.doneHeading,
      actions.filter(({ doneAt }) => doneAt !== undefined),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

function actionWords({ text, assignee, dueDay }: ActionDto, language: Language): string {
  const t = meetings[language];
  const facts = [
    ...(assignee === undefined ? [] : [t.by(assignee)]),
    ...(dueDay === undefined ? [] : [t.due(shortDay(dueDay, language))]),
  ];
  if (facts.length === 0) return text;
  return text + bracket(facts.join(language === 'ja' ? '、' : ', '), language);
}

/** An agenda as Markdown, to be pasted into a chat or a document, where a blank that keeps a line together is in the way. */
export function agendaMarkdown({ title, sections, promise }: Agenda): string {
  const parts = sections.map(({ heading, items, none }) =>
    [`## ${heading}`, '', ...(items.length === 0 ? [none] : items.map((item) => `- ${item}`))].join(
      '\n',
    ),
  );
  return [`# ${title}`, ...parts, `> ${promise}`]
    .join('\n\n')
    .concat('\n')
    .replaceAll('\u00a0', ' ');
}
