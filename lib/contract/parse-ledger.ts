import { parseDay } from '../domain/day.ts';
import { MOST_COUNTED, type Ledger } from '../domain/ledger.ts';
import { idSchema, toolIdSchema } from './day.ts';
import type { Parsed } from './parsed.ts';

const MAX_SECONDS = 86_400;
const ENTRY_FIELDS = 5;

/**
 * Reads days as `ledgerSchema` does, many times faster, because the popup reads five years of them before it paints
 * (docs/benchmarks.md). Accepts and refuses exactly what the schema does; a property test holds the two together.
 * The value is the object that was handed in.
 */
export function parseLedger(data: unknown): Parsed<Ledger> {
  if (!isRecord(data)) return { ok: false, reason: 'not an object' };
  // One set for the whole ledger: the same few ids and tools come back on every day.
  const known: KnownNames = { tools: new Set(), ids: new Set() };
  for (const [day, tools] of Object.entries(data)) {
    if (parseDay(day) === undefined || !isRecord(tools)) return { ok: false, reason: 'not a day' };
    for (const [tool, entry] of Object.entries(tools)) {
      const reason = entryFault(tool, entry, known);
      if (reason !== undefined) return { ok: false, reason: `${day}.${reason}` };
    }
  }
  return { ok: true, value: data as Ledger };
}

interface KnownNames {
  readonly tools: Set<string>;
  readonly ids: Set<string>;
}

function entryFault(tool: string, entry: unknown, known: KnownNames): string | undefined {
  if (!known.tools.has(tool)) {
    if (!toolIdSchema.safeParse(tool).success) return 'not a tool';
    known.tools.add(tool);
  }
  if (!isRecord(entry) || Object.keys(entry).length !== ENTRY_FIELDS) return `${tool}: fields`;
  const { visits, engagedSeconds, promptsStarted, selfReported, runs } = entry;
  if (!isCount(visits, MOST_COUNTED)) return `${tool}.visits`;
  if (!isCount(engagedSeconds, MAX_SECONDS)) return `${tool}.engagedSeconds`;
  if (!isCount(promptsStarted, MOST_COUNTED)) return `${tool}.promptsStarted`;
  if (typeof selfReported !== 'boolean') return `${tool}.selfReported`;
  return runsAreSound(runs, known) ? undefined : `${tool}.runs`;
}

function runsAreSound(runs: unknown, known: KnownNames): boolean {
  if (!isRecord(runs)) return false;
  for (const id of Object.keys(runs)) {
    if (!known.ids.has(id)) {
      if (!idSchema.safeParse(id).success) return false;
      known.ids.add(id);
    }
    if (!isCount(runs[id], MOST_COUNTED)) return false;
  }
  return true;
}

function isCount(value: unknown, max: number): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= max;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
