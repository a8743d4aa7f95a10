import type { PersonState } from '../../lib/app/person-state.ts';
import { DEFAULT_CALENDAR, DEFAULT_SETTINGS } from '../../lib/contract/settings.ts';
import { addDays, type DayKey } from '../../lib/domain/day.ts';
import { EMPTY_ENTRY, type LedgerDay } from '../../lib/domain/ledger.ts';
import type { Prompt, Rhythm, Workflow } from '../../lib/domain/workflow.ts';
import type { Language } from '../../lib/i18n/language.ts';

/** A Wednesday with 勤労感謝の日 two days before. */
export const TODAY = '2026-11-25' as DayKey;
const LONG_AGO = '2026-04-01' as DayKey;
const NOON = Date.UTC(2026, 10, 25, 3);

/** A workflow's draft for pictures: name in both languages, rhythm, minutes. */
type Work = readonly [ja: string, en: string, rhythm: Rhythm, minutes: number];

export const WORKS = {
  quote: ['見積もり依頼への返信', 'Reply to quote requests', { kind: 'everyWorkday' }, 15],
  minutes: ['定例会議の議事録', 'Minutes of the regular meeting', weekly(3), 30],
  report: [
    '関東第二営業部・新規開拓案件の週次進捗報告書の作成と共有',
    'Weekly progress report on new accounts of the second Kanto sales department',
    weekly(3),
    120,
  ],
  approval: ['稟議書の下書き', 'Approval requests', { kind: 'onDemand' }, 60],
  closing: ['月次の締め', 'Month-end close', { kind: 'monthlyLastWorkday', nth: 3 }, 90],
} as const satisfies Record<string, Work>;

function weekly(weekday: 1 | 2 | 3 | 4 | 5): Rhythm {
  return { kind: 'weekdays', weekdays: [weekday] };
}

/** Three weeks and the days of this one before today; Tuesday of the first and Monday of this one are holidays. */
const LAST_WEEKS = 'k-kkk-- kk.kk-- kskkk-- -k';

/** A day with visits to tools, e.g. `visits({ chatgpt: 2 })`. */
export function visits(byTool: Readonly<Record<string, number>>, promptsStarted = 0): LedgerDay {
  return Object.fromEntries(
    Object.entries(byTool).map(([tool, count]) => [
      tool,
      { ...EMPTY_ENTRY, visits: count, engagedSeconds: count * 240, promptsStarted },
    ]),
  );
}

/** A day marked by hand. */
export function marked(tool: string): LedgerDay {
  return { [tool]: { ...EMPTY_ENTRY, selfReported: true } };
}

/**
 * A ledger from letters that end yesterday: `k` visited, `s` marked by hand, anything else nothing. Blanks are for the
 * reader.
 */
export function ledgerUntilYesterday(letters: string): Record<DayKey, LedgerDay> {
  const days = letters.replaceAll(' ', '');
  return Object.fromEntries(
    [...days].flatMap((letter, index) => {
      const day = addDays(TODAY, index - days.length);
      if (letter === 'k') return [[day, visits({ chatgpt: 2, claude: 1 }, 3)]];
      return letter === 's' ? [[day, marked('gemini')]] : [];
    }),
  );
}

/** A person of half a year, three pieces of work, today open; `change` replaces parts. */
export function person(language: Language, change: Partial<PersonState> = {}): PersonState {
  return {
    today: TODAY,
    startedOn: LONG_AGO,
    settings: { ...DEFAULT_SETTINGS, language },
    calendar: DEFAULT_CALENDAR,
    ledger: ledgerUntilYesterday(`${'kkkkk-- '.repeat(20)} ${LAST_WEEKS}`),
    workflows: workflows(language, ['quote', 'minutes']),
    prompts: prompts(language, ['quote', 'minutes']),
    quarantined: [],
    health: {},
    ...change,
  };
}

/** Registered work by name. */
export function workflows(
  language: Language,
  names: readonly (keyof typeof WORKS)[],
): readonly Workflow[] {
  return names.map((id) => {
    const [ja, en, rhythm, minutes] = WORKS[id];
    return {
      id,
      name: language === 'ja' ? ja : en,
      kind: 'sales',
      rhythm,
      minutes,
      source: { kind: 'own' },
      createdAt: NOON,
      updatedAt: NOON,
    };
  });
}

/** One prompt for each of some work. */
export function prompts(
  language: Language,
  names: readonly (keyof typeof WORKS)[],
): readonly Prompt[] {
  return names.map((id) => ({
    id: `${id}-prompt`,
    workflowId: id,
    title: WORKS[id][language === 'ja' ? 0 : 1],
    body: '…',
    variables: [],
    source: { kind: 'own' },
    createdAt: NOON,
    updatedAt: NOON,
    versions: [],
  }));
}
