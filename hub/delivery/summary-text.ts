import type {
  DepartmentSummaryInWords,
  LineInWords,
  NumberInWords,
} from '../../lib/app/department-summary-words.ts';
import type { DayState } from '../../lib/domain/line.ts';
import { bracketedFacts } from '../../lib/i18n/bracketed-facts.ts';
import type { Word } from '../../lib/i18n/words.ts';
import { summaryMail as strings } from '../../lib/i18n/summary-mail.ts';
import type { Frame } from './summary-frame.ts';

/** A department has neither bridges nor self-reports of its own. */
const MARKS: Readonly<Record<DayState | 'blank', string>> = {
  kept: '●',
  selfReported: '●',
  open: '○',
  missed: '・',
  repaired: '・',
  off: '｜',
  blank: '',
};

/**
 * The summary as plain text: lines separated by `\n`, headings marked with ■, a line's weeks as rows of marks. Says what
 * the HTML says, in the same order; the drawing becomes its marks and its sentence.
 */
export function summaryText(data: DepartmentSummaryInWords, frame: Frame): string {
  const t = strings[data.language];
  return [
    ...(frame.note === undefined ? [] : [frame.note, '']),
    data.heading,
    '',
    headingLine(t.changedHeading),
    data.changed,
    data.whyChosen,
    '',
    headingLine(t.numbersHeading),
    ...data.numbers.map((number) => numberLine(number, data.language)),
    ...(data.numbersNote === undefined ? [] : [data.numbersNote]),
    '',
    headingLine(t.lineHeading),
    ...drawnLine(data.line),
    data.line.facts,
    t.legend,
    ...(data.others.length === 0
      ? []
      : [
          '',
          headingLine(t.othersHeading),
          t.othersNote,
          ...data.others.flatMap((line) => otherLine(line, data.language)),
        ]),
    ...(data.othersMore === undefined ? [] : [data.othersMore]),
    ...(data.review.length === 0 ? [] : ['', headingLine(t.reviewHeading), ...data.review]),
    '',
    headingLine(t.actionHeading),
    data.action.title,
    data.action.why,
    t.messageHeading,
    `> ${data.action.message}`,
    '',
    '--',
    t.definitionsHeading,
    ...data.definitions.map((word) => definitionLine(word, data.language)),
    '',
    data.promise,
    ...frame.foot,
    ...(frame.stopUrl === undefined ? [] : [t.stopAt(frame.stopUrl)]),
  ].join('\n');
}

/** `使った人：12 人（18 人中 67%、前の週 10 人）`. */
export function numberLine({ word, value, beside }: NumberInWords, language: 'ja' | 'en'): string {
  const colon = language === 'ja' ? '：' : ': ';
  return word.word + colon + value + bracketedFacts(beside, language);
}

/** A line's days as marks, a gap between weeks; nothing of those before it began. */
export function lineMarks({ days }: LineInWords): string {
  const weeks: string[] = [];
  for (let start = 0; start < days.length; start += 7) {
    weeks.push(
      days
        .slice(start, start + 7)
        .map(({ state }) => MARKS[state])
        .join(''),
    );
  }
  return weeks.filter((marks) => marks !== '').join(' ');
}

/** `訪問日：…`. */
export function definitionLine({ word, meaning }: Word, language: 'ja' | 'en'): string {
  return `${word}${language === 'ja' ? '：' : ': '}${meaning}`;
}

function headingLine(text: string): string {
  return `■ ${text}`;
}

function drawnLine(line: LineInWords): string[] {
  return line.days.length === 0 ? [] : [lineMarks(line), line.alt];
}

function otherLine(line: LineInWords, language: 'ja' | 'en'): string[] {
  const colon = language === 'ja' ? '：' : ': ';
  return [`${line.name}${colon}${line.facts}`, ...drawnLine(line)];
}
