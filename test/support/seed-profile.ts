import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { HOLIDAYS } from '../../content/holidays.ts';
import { adopt } from '../../lib/app/adopt-workflow.ts';
import { newPrompt, newWorkflow } from '../../lib/app/library-changes.ts';
import { entryOf } from '../../lib/contract/envelope.ts';
import type { Pack } from '../../lib/contract/pack.ts';
import { DEFAULT_CALENDAR, DEFAULT_SETTINGS } from '../../lib/contract/settings.ts';
import {
  calendarItem,
  deviceItem,
  healthItem,
  ledgerItem,
  promptItem,
  rememberedItem,
  settingsItem,
  workflowItem,
} from '../../lib/contract/stored-items.ts';
import { createCalendar } from '../../lib/domain/calendar.ts';
import {
  addDays,
  dayRange,
  daysBetween,
  epochDay,
  monthOf,
  type DayKey,
} from '../../lib/domain/day.ts';
import { EMPTY_ENTRY, type LedgerDay } from '../../lib/domain/ledger.ts';
import type { Prompt, Workflow } from '../../lib/domain/workflow.ts';
import type { Language } from '../../lib/i18n/language.ts';

/** A person who has used the product for a while. */
export interface SeededPerson {
  readonly language: Language;
  readonly startedOn: DayKey;
  readonly today: DayKey;
}

const DEVICE = '0b4a7c1e-52f1-4d0a-9a7e-3f6c2d9e8b10';
const MS_PER_DAY = 86_400_000;
const ADOPTED = [
  ['sales', 0],
  ['sales', 1],
  ['accounting', 0],
  ['general-affairs', 0],
] as const;

/**
 * Storage of a person with a lived-in profile: most scheduled days used, now and then a missed or self-reported one, a
 * summer leave, workflows out of packs and their runs, a prompt with two earlier versions, something in the trash. The
 * same input gives the same storage.
 */
export function seededStorage({
  language,
  startedOn,
  today,
}: SeededPerson): Record<string, unknown> {
  const ja = language === 'ja';
  const nowMs = epochDay(today) * MS_PER_DAY;
  const calendar = {
    ...DEFAULT_CALENDAR,
    closures: [
      {
        from: '2025-12-29' as DayKey,
        to: '2026-01-03' as DayKey,
        name: ja ? '年末年始' : 'Year-end closure',
      },
      {
        from: '2026-12-29' as DayKey,
        to: '2027-01-03' as DayKey,
        name: ja ? '年末年始' : 'Year-end closure',
      },
    ],
    leave: [
      {
        from: '2026-08-10' as DayKey,
        to: '2026-08-14' as DayKey,
        name: ja ? '夏休み' : 'Summer holiday',
      },
    ],
  };
  const library = seededLibrary(language, nowMs);
  const runIds = library.workflows
    .filter(({ deletedAt }) => deletedAt === undefined)
    .map(({ id }) => id);
  const scheduled = createCalendar(calendar, HOLIDAYS);
  const months = new Map<string, Record<DayKey, LedgerDay>>();
  for (const day of dayRange(startedOn, addDays(today, -1))) {
    const used = scheduled.isScheduled(day)
      ? usedOn(day, daysBetween(day, today), runIds)
      : undefined;
    if (used !== undefined) months.set(monthOf(day), { ...months.get(monthOf(day)), [day]: used });
  }
  return Object.fromEntries([
    entryOf(deviceItem, { id: DEVICE, createdAt: epochDay(startedOn) * MS_PER_DAY, startedOn }),
    entryOf(settingsItem, {
      ...DEFAULT_SETTINGS,
      language,
      welcomedAt: 1,
      department: 'sales',
      championEmail: 'tantou@example.co.jp',
    }),
    entryOf(calendarItem, calendar),
    ...[...months].map(([month, days]) => entryOf(ledgerItem(DEVICE, month), days)),
    ...library.workflows.map((workflow) => entryOf(workflowItem(workflow.id), workflow)),
    ...library.prompts.map((prompt) => entryOf(promptItem(prompt.id), prompt)),
    entryOf(rememberedItem('own-prompt'), { company: ja ? '株式会社みなと' : 'Minato Ltd' }),
    entryOf(healthItem, {
      'composer:chatgpt:app-shell-markdown': 412,
      'composer:chatgpt:unified-id': 3,
      'composer:claude:tiptap': 88,
      'insert:prosemirror:paste:inserted': 57,
      'insert:quill:paste:inserted': 21,
    }),
  ]);
}

/** Writes storage from one of the extension's own pages, which then shows it. */
export async function seedProfile(page: Page, storage: Record<string, unknown>): Promise<void> {
  await page.evaluate(async (values) => {
    const { storage: area } = (
      globalThis as unknown as {
        chrome: {
          storage: {
            local: {
              clear(): Promise<void>;
              set(items: object): Promise<void>;
            };
          };
        };
      }
    ).chrome;
    await area.local.clear();
    await area.local.set(values);
  }, storage);
}

/** Small numbers that look lived-in and never change. */
function chance(day: DayKey, salt: number): number {
  const mixed = Math.sin(epochDay(day) * 12.9898 + salt * 78.233) * 43_758.5453;
  return mixed - Math.floor(mixed);
}

function usedOn(day: DayKey, ago: number, workflows: readonly string[]): LedgerDay | undefined {
  if (chance(day, 1) < 0.1 && ago > 8) return undefined;
  if (chance(day, 2) < 0.05) return { chatgpt: { ...EMPTY_ENTRY, selfReported: true } };
  const visits = 1 + Math.floor(chance(day, 3) * 3);
  const run = workflows[Math.floor(chance(day, 4) * workflows.length * 2)];
  const entry = (share: number, withRun: boolean) => ({
    visits,
    engagedSeconds: Math.round(visits * 240 * share),
    promptsStarted: Math.round(visits * 2 * share),
    selfReported: false,
    runs: withRun && run !== undefined ? { [run]: 1 } : {},
  });
  return {
    ...(chance(day, 5) < 0.85 ? { chatgpt: entry(1, true) } : { claude: entry(1, true) }),
    ...(chance(day, 6) < 0.35 ? { gemini: entry(0.5, false) } : {}),
    ...(chance(day, 7) < 0.25 ? { claude: entry(0.8, false) } : {}),
  };
}

function seededLibrary(
  language: Language,
  nowMs: number,
): { workflows: Workflow[]; prompts: Prompt[] } {
  const workflows: Workflow[] = [];
  const prompts: Prompt[] = [];
  for (const [packId, index] of ADOPTED) {
    const pack = packFile(packId);
    const chosen = pack.workflows[index];
    if (chosen === undefined) continue;
    const drafts = adopt(pack, chosen, language);
    const id = `seed-${packId}-${index}`;
    workflows.push(newWorkflow(drafts.workflow, id, nowMs - 90 * MS_PER_DAY));
    drafts.prompts.forEach((draft, at) =>
      prompts.push(
        newPrompt({ ...draft, workflowId: id }, `${id}-${at}`, nowMs - (90 - at) * MS_PER_DAY),
      ),
    );
  }
  const last = workflows.pop();
  if (last !== undefined) workflows.push({ ...last, deletedAt: Date.now() - 4 * MS_PER_DAY });
  return { workflows, prompts: [...prompts, ownPrompt(language, nowMs)] };
}

function packFile(id: string): Pack {
  const path = new URL(`../../content/packs/${id}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as Pack;
}

function ownPrompt(language: Language, nowMs: number): Prompt {
  const ja = language === 'ja';
  const text = (greeting: string) =>
    ja
      ? `あなたは営業事務の担当者です。\n次の依頼への返信文を、${greeting}書いてください。\n\n相手：{{会社名}}\n依頼の内容：{{依頼内容}}\n返事の期限：{{期限}}`
      : `You work in a sales office.\nWrite a reply to the request below, ${greeting}.\n\nTo: {{company}}\nThe request: {{request}}\nReply by: {{due}}`;
  const variables: Prompt['variables'] = [
    { name: ja ? '会社名' : 'company', type: 'text', required: true, remember: true },
    { name: ja ? '依頼内容' : 'request', type: 'multiline', required: true },
    { name: ja ? '期限' : 'due', type: 'date', default: 'today+3' },
  ];
  const title = ja ? '見積依頼への一次返信' : 'First reply to a quote request';
  const version = (greeting: string, daysAgo: number) => ({
    title,
    body: text(greeting),
    variables,
    replacedAt: nowMs - daysAgo * MS_PER_DAY,
  });
  return {
    id: 'own-prompt',
    title,
    body: text(ja ? 'ていねいに、三つの段落で' : 'politely, in three paragraphs'),
    variables,
    workflowId: 'seed-sales-0',
    source: { kind: 'own' },
    createdAt: nowMs - 60 * MS_PER_DAY,
    updatedAt: nowMs - 2 * MS_PER_DAY,
    versions: [version(ja ? '短く' : 'briefly', 30), version(ja ? 'ていねいに' : 'politely', 2)],
  };
}
