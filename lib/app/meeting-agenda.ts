import type { AskedQuestion } from '../contract/hub/help.ts';
import type { ActionDto } from '../contract/hub/meetings.ts';
import type { Note } from '../contract/hub/sharing.ts';
import type { DayKey } from '../domain/day.ts';
import type { DepartmentSummary } from '../domain/department-summary.ts';
import { boardHelp } from '../i18n/board-help.ts';
import { longDay, shortDay } from '../i18n/day-words.ts';
import type { Language } from '../i18n/language.ts';
import { meetings } from '../i18n/meetings.ts';
import { departmentSummaryInWords } from './department-summary-words.ts';

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
  /** Open ones. */
  readonly questions: readonly AskedQuestion[];
  readonly actions: readonly ActionDto[];
  /** Newest first. */
  readonly notes: readonly Note[];
}

const MOST_QUESTIONS = 5;

/**
 * The agenda of a meeting: goal against actual, what changed, questions that wait, what is carried on and what was done,
 * and one thing that is new. Questions stand without names, because the agenda is read in a room. Pure.
 */
export function meetingAgenda(
  { department, day, summary, questions, actions, notes }: AgendaSources,
  language: Language,
): Agenda {
  const t = meetings[language];
  const words = departmentSummaryInWords(summary, language);
  const [note] = notes;
  const bracket = (text: string) => (language === 'ja' ? `（${text}）` : ` (${text})`);
  const wordsOf = (action: ActionDto) => actionWords(action, language);
  const done = actions.filter(({ doneAt }) => doneAt !== undefined);
  return {
    title: t.agendaTitle(department, longDay(day, language)),
    sections: [
      {
        heading: t.goalHeading,
        items: words.numbers.map(({ word, value, beside }) => {
          const facts =
            beside.length === 0 ? '' : bracket(beside.join(language === 'ja' ? '、' : ', '));
          return `${word.word}${language === 'ja' ? '：' : ': '}${value}${facts}`;
        }),
        none: words.numbersNote ?? '',
      },
      { heading: t.changedHeading, items: [words.changed], none: '' },
      {
        heading: t.questionsHeading,
        items: questions.slice(0, MOST_QUESTIONS).map(({ text, waitedMinutes }) => {
          const [line = text] = text.split('\n', 1);
          const time = boardHelp[language].duration(
            Math.floor(waitedMinutes / 60),
            waitedMinutes % 60,
          );
          return line + bracket(t.waiting(time));
        }),
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

/** Minutes as Markdown, to be sent around: what was written down, what is carried on and what was done. */
export function minutesMarkdown(
  {
    department,
    day,
    notes,
    actions,
  }: Pick<AgendaSources, 'department' | 'day' | 'actions'> & { readonly notes: string },
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
  return language === 'ja' ? `${text}（${facts.join('、')}）` : `${text} (${facts.join(', ')})`;
}

/** An agenda as Markdown, to be pasted into a chat or a document. */
export function agendaMarkdown({ title, sections, promise }: Agenda): string {
  const parts = sections.map(({ heading, items, none }) =>
    [`## ${heading}`, '', ...(items.length === 0 ? [none] : items.map((item) => `- ${item}`))].join(
      '\n',
    ),
  );
  return [`# ${title}`, ...parts, `> ${promise}`].join('\n\n').concat('\n');
}
