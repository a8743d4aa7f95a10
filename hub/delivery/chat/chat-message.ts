import type {
  DepartmentSummaryInWords,
  LineInWords,
} from '../../../lib/app/department-summary-words.ts';
import type { DepartmentSummary } from '../../../lib/domain/department-summary.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { summaryMail as strings } from '../../../lib/i18n/summary-mail.ts';
import type { Occasion } from '../render-summary.ts';
import { lineMarks, numberLine } from '../summary-text.ts';

/** A summary on its way to a chat. */
export interface ChatMessage {
  /** The same for every attempt. */
  readonly id: string;
  readonly sentAt: Date;
  readonly occasion: Occasion;
  /** With 【テスト】 where it is one. */
  readonly subject: string;
  /** Said first, for a test or a rehearsal. */
  readonly note: string | undefined;
  readonly words: DepartmentSummaryInWords;
  readonly summary: DepartmentSummary;
}

/** A question on its way to a chat, in the words of its department's language. */
export interface ChatQuestion extends Omit<ChatMessage, 'words' | 'summary'> {
  readonly language: Language;
  readonly question: QuestionInWords;
}

/** A question as a chat shows it. */
export interface QuestionInWords {
  /** Says of which department it is. */
  readonly heading: string;
  /** As its asker wrote it for help, line by line. */
  readonly text: string;
  /** Who asks, or that there is no name; the workflow. */
  readonly facts: readonly string[];
  /** Where it is answered: not in the chat. */
  readonly hint: string;
}

/** A part of a message: a heading and its lines. */
export interface ChatPart {
  readonly heading: string;
  readonly lines: readonly string[];
}

/**
 * What every chat says, in the mail's order and words but shorter: a chat is read beside work. The definitions stay in
 * mail and board.
 */
export function chatParts({ words }: ChatMessage): {
  readonly changed: ChatPart;
  readonly numbers: ChatPart;
  readonly lines: ChatPart;
  readonly action: ChatPart;
  readonly message: string;
} {
  const t = strings[words.language];
  const { line, others } = words;
  return {
    changed: { heading: t.changedHeading, lines: [words.changed, words.whyChosen] },
    numbers: {
      heading: t.numbersHeading,
      lines: [
        ...words.numbers.map((number) => numberLine(number, words.language)),
        ...(words.numbersNote === undefined ? [] : [words.numbersNote]),
      ],
    },
    lines: {
      heading: t.lineHeading,
      lines: [
        ...drawn(line),
        line.facts,
        ...(others.length === 0 ? [] : [t.othersHeading, t.othersNote]),
        ...others.flatMap((other) => [
          `${other.name}${drawn(other)
            .map((marks) => `  ${marks}`)
            .join('')}`,
        ]),
        t.legend,
      ],
    },
    action: { heading: t.actionHeading, lines: [words.action.title, words.action.why] },
    message: words.action.message,
  };
}

/** The whole message as plain text, for chats without a layout of their own. */
export function chatText(message: ChatMessage): string {
  const { words, note } = message;
  const t = strings[words.language];
  const parts = chatParts(message);
  return [
    ...(note === undefined ? [] : [note, '']),
    words.heading,
    '',
    ...section(parts.changed),
    ...section(parts.numbers),
    ...section(parts.lines),
    ...section(parts.action),
    t.messageHeading,
    parts.message,
    '',
    words.promise,
  ].join('\n');
}

/** A question as plain text. */
export function questionText({ note, question }: ChatQuestion): string {
  const { heading, text, facts, hint } = question;
  return [
    ...(note === undefined ? [] : [note, '']),
    heading,
    '',
    text,
    '',
    ...facts,
    '',
    hint,
  ].join('\n');
}

/** Cuts a text at a line's end so that it has at most `length` characters. */
export function cutAtLine(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const end = cut.lastIndexOf('\n');
  return `${cut.slice(0, end > 0 ? end : cut.length)}…`;
}

function section({ heading, lines }: ChatPart): string[] {
  return [`■ ${heading}`, ...lines, ''];
}

function drawn(line: LineInWords): string[] {
  return line.days.length === 0 ? [] : [lineMarks(line)];
}
