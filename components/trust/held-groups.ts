import { heldFields, type FieldWords, type HeldKind } from '../../lib/i18n/held-fields.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { trust as strings } from '../../lib/i18n/trust.ts';

/** A field that is kept, with what it holds now and what it is for. */
interface HeldField {
  /** Its name in the data, so that it can be found there. */
  readonly code: string;
  readonly name: string;
  readonly value: string;
  readonly purpose: string;
}

/** Stored items of one kind. `raw` holds them exactly as stored, by key. */
export interface HeldGroup {
  readonly id: string;
  readonly title: string;
  /** Items of the kind; of the daily records, days. */
  readonly count: number;
  /** Which item the values in `fields` are of, where there are several. */
  readonly example?: string | undefined;
  readonly fields: readonly HeldField[];
  readonly raw: Readonly<Record<string, unknown>>;
}

type Raw = Readonly<Record<string, unknown>>;

const GROUPS: readonly {
  readonly id: string;
  readonly title:
    | 'groupDevice'
    | 'groupDays'
    | 'groupWorkflows'
    | 'groupPrompts'
    | 'groupRemembered'
    | 'groupSettings'
    | 'groupEngagement'
    | 'groupNotices'
    | 'groupTeam'
    | 'groupHealth';
  readonly kinds: readonly HeldKind[];
}[] = [
  { id: 'days', title: 'groupDays', kinds: ['ledger'] },
  { id: 'device', title: 'groupDevice', kinds: ['device'] },
  { id: 'workflows', title: 'groupWorkflows', kinds: ['workflow'] },
  { id: 'prompts', title: 'groupPrompts', kinds: ['prompt'] },
  { id: 'remembered', title: 'groupRemembered', kinds: ['remembered', 'taste'] },
  { id: 'settings', title: 'groupSettings', kinds: ['settings', 'calendar'] },
  {
    id: 'team',
    title: 'groupTeam',
    kinds: [
      'team',
      'teamToken',
      'sync',
      'sent',
      'teamLines',
      'payloads',
      'sharing',
      'sharedPrompt',
      'sharedWorkflow',
      'sharedNote',
      'help',
      'howTos',
      'checkIn',
    ],
  },
  { id: 'engagement', title: 'groupEngagement', kinds: ['counting'] },
  { id: 'notices', title: 'groupNotices', kinds: ['notices', 'nudge', 'chips'] },
  { id: 'health', title: 'groupHealth', kinds: ['health'] },
];

/**
 * All that storage holds, kind by kind and field by field, each with its purpose. Nothing is left out: a key that no kind
 * claims is shown as "other", a field without words under its own name. Takes the values as stored and never throws,
 * damaged ones included.
 */
export function heldGroups(raw: Raw, language: Language): HeldGroup[] {
  const t = strings[language];
  const byKind = Map.groupBy(Object.entries(raw), ([key]) => key.split('/')[0] ?? '');
  const of = (kinds: readonly string[]): Raw =>
    Object.fromEntries(kinds.flatMap((kind) => byKind.get(kind) ?? []));
  const groups = GROUPS.map(({ id, title, kinds }): HeldGroup => {
    const found = of(kinds);
    const samples = kinds.map((kind) => ({ kind, ...sampleOf(kind, of([kind])) }));
    return {
      id,
      title: t[title],
      count: id === 'days' ? daysIn(found) : Object.keys(found).length,
      example: samples.map(({ example }) => example).find(Boolean),
      fields: samples.flatMap(({ kind, values }) => fieldsOf(kind, values, language)),
      raw: found,
    };
  });
  const shown = groups.filter(({ id, count }) => id !== 'team' || count > 0);
  const claimed = GROUPS.flatMap(({ kinds }) => kinds as readonly string[]);
  const rest: readonly [string, string, readonly string[]][] = [
    ['quarantine', t.quarantineHeading, ['quarantine']],
    [
      'other',
      t.otherField,
      [...byKind.keys()].filter((kind) => !claimed.includes(kind) && kind !== 'quarantine'),
    ],
  ];
  for (const [id, title, kinds] of rest) {
    const found = of(kinds);
    const count = Object.keys(found).length;
    if (count > 0) shown.push({ id, title, count, fields: [], raw: found });
  }
  return shown;
}

/** The item whose values are shown: of several the newest, because it says most about now. */
function sampleOf(kind: HeldKind, found: Raw): { values: Raw; example?: string | undefined } {
  const items = Object.entries(found);
  switch (kind) {
    case 'ledger': {
      const latest = latestDay(found);
      return latest === undefined
        ? { values: {} }
        : { values: latest.entry, example: `${latest.day} ${latest.tool}` };
    }
    case 'workflow':
    case 'prompt': {
      const [newest] = items
        .map(([, stored]) => asRecord(dataOf(stored)))
        .toSorted((a, b) => Number(b['updatedAt'] ?? 0) - Number(a['updatedAt'] ?? 0));
      const name = newest?.['name'] ?? newest?.['title'];
      return { values: newest ?? {}, example: typeof name === 'string' ? name : undefined };
    }
    case 'taste': {
      const [first] = Object.values(asRecord(dataOf(items[0]?.[1])));
      return { values: asRecord(first) };
    }
    case 'remembered':
      return {
        values: {
          values: Object.assign({}, ...items.map(([, stored]) => asRecord(dataOf(stored)))),
        },
      };
    case 'sent':
      return { values: { days: daysIn(found) } };
    case 'teamLines': {
      const { departments } = asRecord(dataOf(items[0]?.[1]));
      return { values: { departments: Array.isArray(departments) ? departments.length : 0 } };
    }
    case 'sharedPrompt':
    case 'sharedWorkflow':
    case 'sharedNote':
    case 'howTos':
      return { values: { shared: items.length } };
    case 'payloads':
      return {
        values: { payloads: Object.keys(asRecord(dataOf(items[0]?.[1]))).length },
      };
    case 'chips':
      return { values: { workflows: Object.keys(asRecord(dataOf(items[0]?.[1]))).length } };
    case 'health':
      return { values: { counts: dataOf(items[0]?.[1]) } };
    case 'device':
    case 'settings':
    case 'calendar':
    case 'counting':
    case 'notices':
    case 'nudge':
    case 'team':
    case 'teamToken':
    case 'sync':
    case 'sharing':
    case 'help':
    case 'checkIn':
      return { values: asRecord(dataOf(items[0]?.[1])) };
  }
}

/** Known fields in their order, held or not, then whatever else the item holds. */
function fieldsOf(kind: HeldKind, values: Raw, language: Language): HeldField[] {
  const t = strings[language];
  const known: Readonly<Record<string, FieldWords>> = heldFields[language][kind];
  const codes = [...new Set([...Object.keys(known), ...Object.keys(values)])];
  return codes.map((code) => {
    const words = Object.hasOwn(known, code) ? known[code] : undefined;
    const value = Object.hasOwn(values, code) ? values[code] : undefined;
    return {
      code,
      name: words?.name ?? code,
      purpose: words?.purpose ?? '',
      value: value === undefined ? t.none : shortText(value),
    };
  });
}

/** The newest day of all devices, of the tool that comes first there. */
function latestDay(found: Raw): { day: string; tool: string; entry: Raw } | undefined {
  let latest = '';
  let tools: Raw = {};
  for (const month of Object.values(found)) {
    for (const [day, held] of Object.entries(asRecord(dataOf(month)))) {
      if (day > latest) [latest, tools] = [day, asRecord(held)];
    }
  }
  const [first] = Object.entries(tools);
  return first && { day: latest, tool: first[0], entry: asRecord(first[1]) };
}

function daysIn(found: Raw): number {
  return new Set(Object.values(found).flatMap((month) => Object.keys(asRecord(dataOf(month)))))
    .size;
}

/** Stored values are `{ v, data }`. */
function dataOf(stored: unknown): unknown {
  return asRecord(stored)['data'];
}

function asRecord(value: unknown): Raw {
  return typeof value === 'object' && value !== null ? (value as Raw) : {};
}

const SHORT = 160;

function shortText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
}
