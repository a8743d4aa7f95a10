import type { Language } from '../../lib/i18n/language.ts';
import { trust as strings } from '../../lib/i18n/trust.ts';

/** A field that is kept, with what it holds now and what it is for. */
export interface HeldField {
  readonly name: string;
  /** Its name in the data, so that it can be found there. */
  readonly code: string;
  readonly value: string;
  readonly purpose: string;
}

/** Stored items of one kind. `raw` holds them exactly as stored, by key. */
export interface HeldGroup {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  /** What the values in `fields` were taken from, such as the latest day. */
  readonly example?: string | undefined;
  readonly fields: readonly HeldField[];
  readonly raw: Readonly<Record<string, unknown>>;
}

type Raw = Readonly<Record<string, unknown>>;

const KNOWN: Readonly<Record<string, string>> = {
  device: 'device',
  ledger: 'days',
  counting: 'engagement',
  notices: 'engagement',
  settings: 'settings',
  calendar: 'settings',
  workflow: 'workflows',
  prompt: 'prompts',
  remembered: 'remembered',
  taste: 'remembered',
  health: 'health',
  quarantine: 'quarantine',
};

/**
 * All that storage holds, kind by kind and field by field. Nothing is left out: a key that no kind claims is shown under
 * "other". Takes the stored values as they are and never throws, damaged ones included.
 */
export function heldGroups(raw: Raw, language: Language): HeldGroup[] {
  const t = strings[language];
  const byGroup = new Map<string, Record<string, unknown>>();
  for (const [key, value] of Object.entries(raw)) {
    const head = key.split('/')[0] ?? '';
    const group = Object.hasOwn(KNOWN, head) ? (KNOWN[head] ?? 'other') : 'other';
    byGroup.set(group, { ...byGroup.get(group), [key]: value });
  }
  const of = (group: string): Raw => byGroup.get(group) ?? {};
  const day = latestDay(of('days'));
  const device = dataAt(of('device'), 'device');
  const field = (code: string, value: unknown, texts: readonly [string, string]): HeldField => ({
    code,
    value: value === undefined ? t.none : shortText(value),
    name: texts[0],
    purpose: texts[1],
  });
  const counted = (prefix: string, items: Raw): string =>
    t.entries(Object.keys(items).filter((key) => key.split('/')[0] === prefix).length);
  const group = (
    id: string,
    title: string,
    fields: readonly HeldField[],
    example?: string,
  ): HeldGroup => ({ id, title, fields, example, count: Object.keys(of(id)).length, raw: of(id) });
  const entry = day?.entry;
  const groups: HeldGroup[] = [
    group('device', t.groupDevice, [
      field('id', device['id'], [t.deviceId, t.deviceIdPurpose]),
      field('startedOn', device['startedOn'], [t.startedOn, t.startedOnPurpose]),
    ]),
    {
      ...group(
        'days',
        t.groupDays,
        [
          field('visits', entry?.['visits'], [t.visits, t.visitsPurpose]),
          field('engagedSeconds', entry?.['engagedSeconds'], [
            t.engagedSeconds,
            t.engagedSecondsPurpose,
          ]),
          field('promptsStarted', entry?.['promptsStarted'], [
            t.promptsStarted,
            t.promptsStartedPurpose,
          ]),
          field('selfReported', entry?.['selfReported'], [t.selfReported, t.selfReportedPurpose]),
          field('runs', entry?.['runs'], [t.runs, t.runsPurpose]),
        ],
        day === undefined ? undefined : t.lastDay(`${day.day} ${day.tool}`),
      ),
      count: day?.days ?? 0,
    },
    group('engagement', t.groupEngagement, [
      field('counting', counted('counting', of('engagement')), [t.engagement, t.engagementPurpose]),
    ]),
    group('settings', t.groupSettings, [
      field('settings', dataOf(of('settings')['settings']), [t.settingsField, t.settingsPurpose]),
      field('calendar', dataOf(of('settings')['calendar']), [t.calendarField, t.calendarPurpose]),
    ]),
    group('workflows', t.groupWorkflows, [
      field('workflow', counted('workflow', of('workflows')), [
        t.workflowsField,
        t.workflowsPurpose,
      ]),
    ]),
    group('prompts', t.groupPrompts, [
      field('prompt', counted('prompt', of('prompts')), [t.promptsField, t.promptsPurpose]),
    ]),
    group('remembered', t.groupRemembered, [
      field('remembered', counted('remembered', of('remembered')), [
        t.rememberedField,
        t.rememberedPurpose,
      ]),
      field('taste', t.entries(Object.keys(dataAt(of('remembered'), 'taste')).length), [
        t.usesField,
        t.usesPurpose,
      ]),
    ]),
    group('health', t.groupHealth, [
      field('health', t.entries(Object.keys(dataAt(of('health'), 'health')).length), [
        t.healthField,
        t.healthPurpose,
      ]),
    ]),
  ];
  for (const [id, title] of [
    ['quarantine', t.quarantineHeading],
    ['other', t.otherField],
  ] as const) {
    if (byGroup.has(id)) groups.push(group(id, title, []));
  }
  return groups;
}

/** The newest day of all devices, of the tool that comes first there. */
function latestDay(raw: Raw): { day: string; tool: string; entry: Raw; days: number } | undefined {
  const days = Object.values(raw).flatMap((month) => Object.entries(asRecord(dataOf(month))));
  const [day, tools] = days.reduce<[string, unknown]>(
    (latest, one) => (one[0] > latest[0] ? one : latest),
    ['', undefined],
  );
  const [tool, entry] = Object.entries(asRecord(tools))[0] ?? [];
  if (tool === undefined) return undefined;
  return { day, tool, entry: asRecord(entry), days: new Set(days.map(([each]) => each)).size };
}

function dataAt(raw: Raw, key: string): Raw {
  return asRecord(dataOf(raw[key]));
}

/** Stored values are `{ v, data }`. */
function dataOf(stored: unknown): unknown {
  return asRecord(stored)['data'];
}

function asRecord(value: unknown): Raw {
  return typeof value === 'object' && value !== null ? (value as Raw) : {};
}

const SHORT = 240;

function shortText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
}
