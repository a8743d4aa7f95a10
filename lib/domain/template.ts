import { addDays, parseDay, type DayKey } from './day.ts';
import type { Variable } from './workflow.ts';

/** A stretch of a template: words that go in as they stand, or a blank to fill. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'blank'; readonly name: string };

/** A prompt ready for a composer, and the required variables (by name, in order) that were left empty. */
export interface FilledTemplate {
  readonly text: string;
  readonly missing: readonly string[];
}

/**
 * Spaces around a name may be full-width, and so may the braces, because that is what a Japanese input method writes.
 * The classes on both sides of each repetition are disjoint, so matching is linear whatever the input.
 */
const BLANK =
  /\{\{[ \t\u3000]*([\p{L}\p{M}\p{N}_]+)[ \t\u3000]*\}\}|｛｛[ \t\u3000]*([\p{L}\p{M}\p{N}_]+)[ \t\u3000]*｝｝/gu;
const NAME = /^[\p{L}\p{N}_]{1,40}$/u;

/**
 * Splits a template into words and blanks, in order; neighbouring words are one part and no part is empty.
 *
 * A blank is `{{name}}`: 1–40 Unicode letters, digits or `_`, spaces inside the braces allowed, full-width braces
 * (`｛｛name｝｝`) too. A backslash before it makes it words (`\{{name}}` reads `{{name}}`); two backslashes are one
 * backslash before a blank. Everything else, lone and nested braces included, is words and stays untouched. Line ends
 * become `\n`; names are compared in Unicode NFC. Never throws; linear in the length.
 */
export function parseTemplate(body: string): TemplatePart[] {
  const source = body.replaceAll(/\r\n?/g, '\n');
  const parts: TemplatePart[] = [];
  let words = '';
  let end = 0;
  for (const match of source.matchAll(BLANK)) {
    const name = (match[1] ?? match[2] ?? '').normalize('NFC');
    if (!NAME.test(name)) continue;
    let slashes = 0;
    while (match.index - slashes > end && source[match.index - slashes - 1] === '\\') slashes++;
    words += source.slice(end, match.index - slashes) + '\\'.repeat(slashes >> 1);
    end = match.index + match[0].length;
    if (slashes % 2 === 1) {
      words += match[0];
      continue;
    }
    if (words !== '') parts.push({ kind: 'text', text: words });
    words = '';
    parts.push({ kind: 'blank', name });
  }
  words += source.slice(end);
  if (words !== '') parts.push({ kind: 'text', text: words });
  return parts;
}

/** The names of a template's blanks in order of first appearance, each once. */
export function templateVariables(body: string): string[] {
  const names = parseTemplate(body).flatMap((part) => (part.kind === 'blank' ? [part.name] : []));
  return [...new Set(names)];
}

/**
 * The definitions of exactly the blanks of a template, in its order. Known definitions are kept; a new name becomes a
 * required text, so that left empty it is seen in the chat as 【name】 rather than silently gone. A definition
 * whose blank is gone is left out: an editor that passes everything it has seen gets it back when the name returns.
 */
export function variablesFor(body: string, known: readonly Variable[]): Variable[] {
  const byName = new Map(known.map((variable) => [variable.name.normalize('NFC'), variable]));
  return templateVariables(body).map((name) => byName.get(name) ?? newVariable(name));
}

/**
 * What the form starts with, by variable name: the remembered value where the variable is marked for it, else its
 * default, else empty. A choice is always one of its choices (the first when nothing else fits). The default of a date
 * is a day (`2026-11-23`), `today`, or days from it (`today+7`, `today-1`); anything else starts empty.
 */
export function defaultValues(
  variables: readonly Variable[],
  remembered: Readonly<Record<string, string>>,
  today: DayKey,
): Record<string, string> {
  return Object.fromEntries(
    variables.map((variable) => {
      const last =
        variable.remember === true && Object.hasOwn(remembered, variable.name)
          ? remembered[variable.name]
          : undefined;
      return [variable.name, startValue(variable, last, today)];
    }),
  );
}

/**
 * A template with its blanks filled, ready for a composer; nothing a value holds is filled again.
 *
 * - A required blank left empty goes in as 【its label】 and is named in `missing`: nobody is stopped. A blank without
 *   a definition counts as required.
 * - An optional one goes in as nothing, and its line goes with it when only a bullet or a `label:` before
 *   it would remain; of the empty lines around a line that went, one stays.
 * - A date (`2026-11-23`) is written in the language of the template, not of the screen: `2026年11月23日` or
 *   `23 November 2026`. Full-width digits of a number become half-width; it is never grouped, as it may be a year.
 * - Values lose spaces and empty lines at both ends, the whole text those at its end. Names in `values` that the
 *   template lacks are ignored.
 */
export function fillTemplate(
  body: string,
  values: Readonly<Record<string, string>>,
  variables: readonly Variable[],
): FilledTemplate {
  const parts = parseTemplate(body);
  const language = languageOf(parts);
  const byName = new Map(variables.map((variable) => [variable.name.normalize('NFC'), variable]));
  const missing = new Set<string>();
  const lines: Line[] = [{ text: '', filled: false, hollow: false }];
  for (const part of parts) {
    const line = lines.at(-1) as Line;
    if (part.kind === 'text') {
      const [first = '', ...rest] = part.text.split('\n');
      line.text += first;
      for (const text of rest) lines.push({ text, filled: false, hollow: false });
      continue;
    }
    const variable = byName.get(part.name) ?? newVariable(part.name);
    const typed = Object.hasOwn(values, variable.name) ? (values[variable.name] ?? '') : '';
    const value = shown(typed, variable, language);
    if (value === '' && variable.required !== true) {
      line.hollow = true;
      continue;
    }
    if (value === '') missing.add(part.name);
    line.text += value === '' ? `【${variable.label ?? variable.name}】` : value;
    line.filled = true;
  }
  return { text: withoutHollow(lines).trimEnd(), missing: [...missing] };
}

interface Line {
  text: string;
  /** Whether a blank on it was filled. */
  filled: boolean;
  /** Whether an optional blank on it was left empty. */
  hollow: boolean;
}

/** Nothing, a bullet, or a label up to its colon, of a line without spaces at its ends. */
const HOLLOW = /^[-*・•●■◆]?(?:[^：:]{0,60}[：:])?$/u;

function withoutHollow(lines: readonly Line[]): string {
  const kept: string[] = [];
  let gone = false;
  for (const line of lines) {
    if (line.hollow && !line.filled && HOLLOW.test(line.text.trim())) {
      gone = true;
      continue;
    }
    const isSecondGap = gone && line.text.trim() === '' && (kept.at(-1) ?? '').trim() === '';
    if (isSecondGap) continue;
    gone = false;
    kept.push(line.text);
  }
  return kept.join('\n');
}

function newVariable(name: string): Variable {
  return { name, type: 'text', required: true };
}

function startValue(variable: Variable, last: string | undefined, today: DayKey): string {
  const wanted = last?.trim() ? last : (variable.default ?? '');
  if (variable.type === 'choice') {
    const choices = variable.choices ?? [];
    return (
      [wanted, variable.default].find((text) => choices.includes(text ?? '')) ?? choices[0] ?? ''
    );
  }
  return variable.type === 'date' ? startDay(wanted, today) : wanted;
}

function startDay(wanted: string, today: DayKey): string {
  const days = daysFromToday(wanted);
  return days === undefined ? (parseDay(wanted.trim()) ?? '') : addDays(today, days);
}

/** Days from today that a date's default names: 0 for `today`, 3 for `today+3`; undefined for anything else. */
export function daysFromToday(text: string): number | undefined {
  const relative = /^today(?:([+-])(\d{1,4}))?$/.exec(text.trim());
  if (relative === null) return undefined;
  const count = Number(relative[2] ?? 0);
  return relative[1] === '-' ? -count : count;
}

type TemplateLanguage = 'ja' | 'en' | undefined;

/** The language of a template's own words. A Japanese character says about as much as two or three Latin letters. */
function languageOf(parts: readonly TemplatePart[]): TemplateLanguage {
  const words = parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
  const count = (pattern: RegExp) => words.match(pattern)?.length ?? 0;
  const japanese = count(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu);
  const latin = count(/\p{Script=Latin}/gu);
  if (japanese + latin === 0) return undefined;
  return japanese * 2 >= latin ? 'ja' : 'en';
}

function shown(typed: string, variable: Variable, language: TemplateLanguage): string {
  const value = typed
    .replaceAll(/\r\n?/g, '\n')
    .replace(/^(?:[ \t\u3000]*\n)+/, '')
    .trimEnd();
  if (variable.type === 'multiline') return value;
  const text = value.trim();
  if (variable.type === 'number') return halfWidth(text);
  const day = variable.type === 'date' ? parseDay(text) : undefined;
  return day === undefined ? text : showDay(day, language);
}

/** `１２，０００` as `12,000`; words around a number (約３千円) are left as they were typed. */
function halfWidth(text: string): string {
  const plain = text.normalize('NFKC');
  return /^[-+\d.,]+$/.test(plain) ? plain : text;
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

function showDay(day: DayKey, language: TemplateLanguage): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (language === 'ja') return `${year}年${month}月${date}日`;
  if (language === 'en') return `${date} ${MONTHS[month - 1]} ${year}`;
  return day;
}
