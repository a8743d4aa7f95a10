import type { DepartmentSummary } from '../../lib/domain/department-summary.ts';
import { sinceBeginning } from '../../lib/domain/drawn-days.ts';
import type { Figure } from '../../lib/domain/released.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { summaryDefinitions } from '../../lib/i18n/summary-definitions.ts';
import { notShownWords, summaryMail as strings } from '../../lib/i18n/summary-mail.ts';

/** Excel takes a file for UTF-8 only when it begins with this mark. */
const BYTE_ORDER_MARK = '\uFEFF';
const METRIC_WORD = { weeklyActive: 'M9', habitual: 'M8', promptsPerMember: 'M3' } as const;

/**
 * A department's week as CSV (RFC 4180): definitions and the promise in lines that begin with `#`, then the numbers with
 * their bounds, then the line day by day. What is hidden has its reason instead of a number; a day before the department
 * began has no state.
 */
export function summaryCsv(summary: DepartmentSummary, language: Language): string {
  const { department, week, numbers, line, definitions } = summary;
  const lines = [
    ...definitions.map((code) => {
      const { word, meaning } = summaryDefinitions[language][code];
      return row([`# ${word}: ${meaning}`]);
    }),
    row([`# state: ${strings[language].csvStates}`]),
    row([`# ${strings[language].promise}`]),
    row([
      'week',
      'department',
      'number',
      'low',
      'high',
      'of',
      'lowBefore',
      'highBefore',
      'goal',
      'why',
    ]),
    ...numbers.map(({ metric, now, before, goal }) =>
      row([
        week,
        department.name,
        summaryDefinitions[language][METRIC_WORD[metric]].word,
        ...bounds(now),
        now.shown ? now.of : '',
        ...bounds(before),
        goal ?? '',
        now.shown ? '' : notShownWords[language][now.because],
      ]),
    ),
    row(['day', 'department', 'state']),
    ...(line.hiddenBecause === 'fewerThanThree' ? [] : sinceBeginning(line.line.days)).map(
      ({ day, state }) => row([day, department.name, state === 'blank' ? '' : state]),
    ),
  ];
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function bounds(figure: Figure): (number | string)[] {
  return figure.shown ? [figure.low, figure.high] : ['', ''];
}

function row(cells: readonly (string | number)[]): string {
  return cells.map(cell).join(',');
}

/** A text that a spreadsheet would take for a formula is shown as text. */
function cell(value: string | number): string {
  const text = String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
