import type { z } from 'zod';
import {
  EXPORT_FORMAT,
  EXPORT_STEPS,
  EXPORT_VERSION,
  exportFileSchema,
  type ExportFile,
  type RefusalReason,
} from '../contract/export-file.ts';
import { placeOfPath, placeOfSyntaxError, type JsonPath } from './locate-json.ts';

/** One thing in a file that cannot be read, and where it stands. */
export interface ImportRefusal {
  readonly reason: RefusalReason;
  /** The field, `workflows.2.rhythm.day`; empty for the file itself. */
  readonly field: string;
  /** Where it stands in the file, counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** What a file is, or why it is refused as a whole: nothing of a refused file is ever taken. */
export type ParsedImport =
  | { readonly ok: true; readonly file: ExportFile }
  | { readonly ok: false; readonly refusals: readonly ImportRefusal[] };

/** A page lists the first ones; a file that is wrong throughout would list millions. */
const MAX_REFUSALS = 20;

/** More of one kind than a person registers in a lifetime; checking each of a hostile million would freeze the page. */
const MAX_ITEMS = 10_000;

/** Reads the text of an export file of any version. Never throws, whatever the text. */
export function parseImport(text: string): ParsedImport {
  const json = text.replace(/^\uFEFF/, '');
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch {
    const place = placeOfSyntaxError(json) ?? { line: 1, column: 1 };
    return { ok: false, refusals: [{ reason: 'notJson', field: '', ...place }] };
  }
  const refuse = (reason: RefusalReason, path: JsonPath): ImportRefusal => {
    return { reason, field: path.join('.'), ...placeOfPath(json, path) };
  };
  if (!isRecord(content) || content['format'] !== EXPORT_FORMAT) {
    return { ok: false, refusals: [refuse('notAnExport', ['format'])] };
  }
  const version = content['version'];
  if (!Number.isSafeInteger(version) || (version as number) < 1) {
    return { ok: false, refusals: [refuse('notAnExport', ['version'])] };
  }
  if ((version as number) > EXPORT_VERSION) {
    return { ok: false, refusals: [refuse('newerVersion', ['version'])] };
  }
  let lifted = content;
  try {
    for (const step of EXPORT_STEPS.slice((version as number) - 1)) lifted = step(lifted);
  } catch {
    return { ok: false, refusals: [refuse('notAnExport', [])] };
  }
  const flood = Object.keys(lifted).find((field) => lengthOf(lifted[field]) > MAX_ITEMS);
  if (flood !== undefined) return { ok: false, refusals: [refuse('tooLarge', [flood])] };
  const parsed = exportFileSchema.safeParse(lifted);
  if (parsed.success) return { ok: true, file: parsed.data };
  const faults = parsed.error.issues
    .flatMap((issue) => faultsOf(issue, lifted))
    .slice(0, MAX_REFUSALS);
  return { ok: false, refusals: faults.map(({ reason, path }) => refuse(reason, path)) };
}

interface Fault {
  readonly reason: RefusalReason;
  readonly path: JsonPath;
}

function faultsOf(issue: z.core.$ZodIssue, content: unknown): Fault[] {
  const { path } = issue;
  if (valueAt(content, path) === undefined) return [{ reason: 'missing', path }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ reason: 'unknownField', path: [...path, key] }));
    case 'invalid_type':
      return [{ reason: 'wrongType', path }];
    case 'too_big':
      return [{ reason: 'tooLarge', path }];
    case 'too_small':
      return [{ reason: 'tooSmall', path }];
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'invalid_value':
    case 'custom':
      return [{ reason: 'notAllowed', path }];
  }
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function valueAt(content: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    content,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
