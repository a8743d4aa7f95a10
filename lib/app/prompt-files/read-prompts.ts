import Papa from 'papaparse';
import { parseDocument } from 'yaml';
import { LIMITS } from '../../contract/workflow.ts';
import type { FilePrompt, PromptFileRefusal, PromptFormat, ReadPrompts } from './prompt-file.ts';

/** Far more than a person writes; a larger file is a mistake. */
const MOST_CHARACTERS = 20_000_000;
const MOST_PROMPTS = 10_000;
const MOST_NESTING = 6;

/** What other programs call the parts, best first; compared without case, spaces and signs. */
const TITLE_NAMES = [
  'title',
  'name',
  'act',
  'label',
  'subject',
  'タイトル',
  '題名',
  '名前',
  '件名',
];
const BODY_NAMES = [
  'body',
  'prompt',
  'content',
  'text',
  'template',
  'message',
  'value',
  '本文',
  'プロンプト',
  '内容',
];
const GROUP_NAMES = [
  'workflow',
  'group',
  'folder',
  'category',
  'tag',
  'tags',
  '業務',
  '分類',
  'フォルダ',
];
const TITLE_FROM_BODY = 30;

/**
 * Reads the prompts of a file of another program: CSV with a heading row, JSON of any common prompt manager (a list, or lists within
 * folders), Markdown with front matter (one prompt or several after each other). Which it is, `name` says by its ending, else the
 * text by its first sign. Never throws; a prompt that cannot be taken is named by its place and costs the others nothing.
 */
export function readPrompts(name: string, text: string): ReadPrompts {
  if (text.length > MOST_CHARACTERS) return { ok: false, reason: 'tooLarge' };
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const found = READERS[formatOf(name, plain)](plain);
  if (found === undefined) return { ok: false, reason: 'unreadable' };
  if (found.length === 0) return { ok: false, reason: 'noPrompts' };
  if (found.length > MOST_PROMPTS) return { ok: false, reason: 'tooLarge' };
  const prompts: FilePrompt[] = [];
  const refused: { at: number; reason: PromptFileRefusal }[] = [];
  found.forEach((each, index) => {
    const reason = faultOf(each);
    if (reason === undefined) prompts.push(tidied(each));
    else refused.push({ at: index + 1, reason });
  });
  return { ok: true, prompts, refused };
}

const READERS: Readonly<Record<PromptFormat, (text: string) => readonly FilePrompt[] | undefined>> =
  { csv: fromCsv, json: fromJson, md: fromMarkdown };

function formatOf(name: string, text: string): PromptFormat {
  const [, ending = ''] = /\.(\w+)$/.exec(name.toLowerCase()) ?? [];
  if (ending === 'csv' || ending === 'json') return ending;
  if (ending === 'md' || ending === 'markdown') return 'md';
  return /^\s*[[{]/.test(text) ? 'json' : text.startsWith('---\n') ? 'md' : 'csv';
}

function fromCsv(text: string): readonly FilePrompt[] | undefined {
  const { data, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
  });
  const fields = meta.fields ?? [];
  if (!BODY_NAMES.some((name) => fields.some((field) => plainName(field) === name)))
    return undefined;
  return data.map((row) => promptOf(withoutGuards(row)));
}

/** Spreadsheets keep a cell that begins as a formula harmless by an apostrophe before it. */
function withoutGuards(row: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value.replace(/^'(?=[=+\-@\t\r])/, '')]),
  );
}

function fromJson(text: string): readonly FilePrompt[] | undefined {
  try {
    return within(JSON.parse(text) as unknown, undefined, 0);
  } catch {
    return undefined;
  }
}

/** Prompts in a value: an object with a body is one; lists and other objects are looked into, a named one giving its name as the group. */
function within(value: unknown, group: string | undefined, depth: number): FilePrompt[] {
  if (depth > MOST_NESTING || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => within(each, group, depth + 1));
  const record = value as Readonly<Record<string, unknown>>;
  const prompt = promptOf(record);
  if (prompt.body !== '') return [{ ...prompt, group: prompt.group ?? group }];
  const title = prompt.title === '' ? group : prompt.title;
  return Object.values(record).flatMap((each) => within(each, title, depth + 1));
}

/** Lines of `key: value` between two lines of three dashes; a rule drawn within a text has no key after it. */
const FRONT_MATTER =
  /^---\n((?:[\p{L}\w][\p{L}\w ]*:.*\n(?:(?:[ \t]|- ).*\n)*)+)---[ \t]*(?:\n|$)/gmu;

/** Each block of front matter begins a prompt whose text runs to the next; without any, headings of the first level do. */
function fromMarkdown(text: string): readonly FilePrompt[] {
  const blocks = [...text.matchAll(FRONT_MATTER)];
  if (blocks.length === 0) return fromHeadings(text);
  return blocks.map((block, index) => {
    const head = parseDocument(block[1] ?? '', { logLevel: 'silent' });
    const fields: unknown = head.errors.length > 0 ? {} : head.toJS();
    const known = promptOf(typeof fields === 'object' && fields !== null ? fields : {});
    const body = text.slice(block.index + block[0].length, blocks[index + 1]?.index);
    return { ...known, body: body.trim() };
  });
}

function fromHeadings(text: string): readonly FilePrompt[] {
  const [before = '', ...sections] = text.split(/^# /m);
  if (sections.length === 0)
    return before.trim() === '' ? [] : [{ title: '', body: before.trim() }];
  return sections.map((section) => {
    const [title = '', ...lines] = section.split('\n');
    return { title: title.trim(), body: lines.join('\n').trim() };
  });
}

function promptOf(record: object): FilePrompt {
  const byName = new Map(
    Object.entries(record).map(([key, value]) => [plainName(key), value as unknown]),
  );
  const textOf = (names: readonly string[]): string => {
    for (const name of names) {
      const value = byName.get(name);
      const text = Array.isArray(value) ? String(value[0] ?? '') : value;
      if (typeof text === 'string' && text.trim() !== '') return text;
    }
    return '';
  };
  const group = textOf(GROUP_NAMES).trim();
  return {
    title: textOf(TITLE_NAMES).trim(),
    body: textOf(BODY_NAMES),
    group: group === '' ? undefined : group,
  };
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
}

function faultOf({ body }: FilePrompt): PromptFileRefusal | undefined {
  if (body.trim() === '') return 'noBody';
  return body.length > LIMITS.bodyLength ? 'tooLong' : undefined;
}

/** Blanks of other programs become ours, and a prompt without a title takes its first words. */
function tidied({ title, body, group }: FilePrompt): FilePrompt {
  const ours = body
    .replaceAll(/\$\{([\p{L}\p{N}_]{1,40})\}/gu, '{{$1}}')
    .replaceAll(/\[\[([\p{L}\p{N}_]{1,40})\]\]/gu, '{{$1}}')
    .trim();
  const [first = ''] = ours.split('\n');
  const words = title === '' ? [...first].slice(0, TITLE_FROM_BODY).join('') : title;
  return { title: words.slice(0, LIMITS.nameLength).trim(), body: ours, group };
}
