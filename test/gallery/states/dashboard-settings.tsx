import { HOLIDAYS } from '../../../content/holidays.ts';
import {
  CalendarImport,
  type CalendarPreview,
} from '../../../components/settings/calendar-import.tsx';
import { CalendarRulesForm } from '../../../components/settings/calendar-rules.tsx';
import { DataTransfer } from '../../../components/settings/data-transfer.tsx';
import { NudgeFields } from '../../../components/settings/nudge-fields.tsx';
import { SettingsForm } from '../../../components/settings/settings-form.tsx';
import { YearCalendar } from '../../../components/settings/year-calendar.tsx';
import { heldGroups } from '../../../components/trust/held-groups.ts';
import { HealthTable } from '../../../components/trust/health-table.tsx';
import { QuarantineList } from '../../../components/trust/quarantine-list.tsx';
import { Trust } from '../../../components/trust/trust.tsx';
import { DEFAULT_NUDGES, DEFAULT_SETTINGS } from '../../../lib/contract/settings.ts';
import { createCalendar, type CalendarRules } from '../../../lib/domain/calendar.ts';
import type { DayKey } from '../../../lib/domain/day.ts';
import { importRefusals } from '../../../lib/i18n/import-refusals.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { settings as strings } from '../../../lib/i18n/settings.ts';
import { workflows } from '../person.ts';
import type { GalleryArea, GalleryState } from '../state.ts';

const TODAY = '2026-11-24' as DayKey;
const day = (text: string) => text as DayKey;
const nothing = (): void => {};
const rulesIn = (language: Language): CalendarRules => ({
  country: 'JP',
  weekdays: [1, 2, 3, 4, 5],
  closures: [
    {
      from: day('2026-12-29'),
      to: day('2027-01-03'),
      name: language === 'ja' ? '年末年始' : 'Turn of the year',
    },
  ],
  leave: [{ from: day('2026-08-10'), to: day('2026-08-14') }],
});
const stored = {
  device: { v: 1, data: { id: '0b4a7c1e', createdAt: 1, startedOn: '2026-10-01' } },
  'ledger/0b4a7c1e/2026-11': {
    v: 1,
    data: {
      '2026-11-20': {
        chatgpt: {
          visits: 2,
          engagedSeconds: 480,
          promptsStarted: 5,
          selfReported: false,
          runs: { 'seed-sales': 1 },
        },
      },
    },
  },
};

const trust = (language: Language, raw: Record<string, unknown>, isPaused: boolean) => (
  <div className="shell-main">
    <Trust
      groups={heldGroups(raw, language)}
      settings={{ ...DEFAULT_SETTINGS, paused: isPaused ? TODAY : 'no' }}
      today={TODAY}
      language={language}
      onPause={nothing}
      onExport={nothing}
      onCopy={nothing}
      onDelete={async () => {}}
    />
  </div>
);

const data = (language: Language, chosen: Parameters<typeof DataTransfer>[0]['chosen']) => (
  <div className="shell-main">
    <DataTransfer
      language={language}
      chosen={chosen}
      busy={false}
      onExport={nothing}
      onFile={nothing}
      onMerge={nothing}
      onCancel={nothing}
    />
  </div>
);

/** Settings, calendar, data and trust. */
export default {
  area: 'dashboard-settings',
  states: [
    {
      name: 'settings',
      frame: 'sheet',
      draw: (language) => (
        <div className="shell-main">
          <SettingsForm
            settings={{
              ...DEFAULT_SETTINGS,
              rowOff: TODAY,
              paused: 'always',
              shortcut: { ...DEFAULT_SETTINGS.shortcut, code: 'KeyK', shift: true },
            }}
            today={TODAY}
            language={language}
            departments={[{ id: 'sales', name: language === 'ja' ? '営業' : 'Sales' }]}
            tools={[{ id: 'chatgpt', name: 'ChatGPT' }]}
            isMac={false}
            onChange={nothing}
          />
        </div>
      ),
    },
    {
      name: 'settings-nudges-stopped',
      frame: 'sheet',
      draw: (language) => (
        <div className="shell-main">
          <NudgeFields
            nudges={{ ...DEFAULT_NUDGES, mutedWorkflows: ['quote', 'report'] }}
            isSilent
            workflows={workflows(language, ['quote', 'report', 'closing'])}
            language={language}
            onChange={nothing}
            onAskAgain={nothing}
          />
        </div>
      ),
    },
    {
      name: 'calendar',
      frame: 'sheet',
      draw: (language) => (
        <div className="shell-main">
          <CalendarRulesForm
            rules={rulesIn(language)}
            today={TODAY}
            language={language}
            holidaysUntil={2050}
            onChange={nothing}
          />
          <YearCalendar
            year={2026}
            calendar={createCalendar(rulesIn(language), HOLIDAYS)}
            today={TODAY}
            language={language}
            onYear={nothing}
          />
        </div>
      ),
    },
    {
      name: 'calendar-elsewhere',
      frame: 'sheet',
      draw: (language) => (
        <div className="shell-main">
          <CalendarRulesForm
            rules={{ ...rulesIn(language), country: 'DE', closures: [], leave: [] }}
            today={TODAY}
            language={language}
            holidaysUntil={undefined}
            onChange={nothing}
          />
        </div>
      ),
    },
    ...(
      [
        [
          'found',
          (language) => ({ ok: true, found: 3, fresh: rulesIn(language).closures, skipped: 2 }),
        ],
        ['nothing', () => ({ ok: true, found: 0, fresh: [], skipped: 5 })],
        [
          'refused',
          (language) => ({
            ok: false,
            reason: strings[language].icsAtLine(strings[language].ics_unreadable, 12),
          }),
        ],
      ] as readonly (readonly [string, (language: Language) => CalendarPreview])[]
    ).map(([name, preview]): GalleryState => ({
      name: `calendar-import-${name}`,
      frame: 'sheet',
      draw: (language) => (
        <CalendarImport
          preview={preview(language)}
          language={language}
          onFile={nothing}
          onAdd={nothing}
          onCancel={nothing}
        />
      ),
    })),
    { name: 'data', frame: 'sheet', draw: (language) => data(language, undefined) },
    {
      name: 'data-preview',
      frame: 'sheet',
      draw: (language) =>
        data(language, {
          name: 'banso-2026-11-22.json',
          preview: {
            ok: true,
            changesAnything: true,
            rows: [
              { name: strings[language].importDays, inFile: 241, added: 240, changed: 1 },
              { name: strings[language].importWorkflows, inFile: 4, added: 4, changed: 0 },
              {
                name: strings[language].importSettings,
                inFile: undefined,
                added: undefined,
                changed: 2,
              },
            ],
          },
        }),
    },
    {
      name: 'data-refused',
      frame: 'sheet',
      draw: (language) =>
        data(language, {
          name: 'banso-2026-11-22.json',
          preview: {
            ok: false,
            refusals: [
              {
                line: 3341,
                field: 'workflows.1.minutes',
                reason: importRefusals[language].wrongType,
              },
              { line: 1, field: '', reason: importRefusals[language].notAnExport },
            ],
          },
        }),
    },
    { name: 'trust', frame: 'sheet', draw: (language) => trust(language, stored, false) },
    {
      name: 'trust-delete',
      frame: 'sheet',
      press: '.trust-delete .ui-button',
      draw: (language) => trust(language, stored, false),
    },
    { name: 'trust-empty', frame: 'sheet', draw: (language) => trust(language, {}, true) },
    {
      name: 'trust-quarantine',
      frame: 'sheet',
      draw: (language) => (
        <div className="shell-main">
          <QuarantineList
            items={[
              {
                key: 'quarantine/workflow/5d0c/1764000000000',
                originalKey: 'workflow/5d0c2f3e-7a51-4d2c-9d55-0a1b2c3d4e5f',
                foundAt: 1_764_000_000_000,
                reason: 'minutes: invalid_type',
                value: {},
              },
            ]}
            language={language}
            onExport={nothing}
            onDiscard={nothing}
          />
          <HealthTable
            health={{
              'chatgpt:found:adapter:unified-id': 41,
              'chatgpt:found:guess': 1,
              'chatgpt:box:unified': 41,
              'chatgpt:send:none': 2,
              'chatgpt:stop:unified': 38,
              'chatgpt:insert:prosemirror:insert-text:ok': 112,
              'composer:0': 3,
            }}
            language={language}
            toolName={(id) => (id === 'chatgpt' ? 'ChatGPT' : undefined)}
          />
        </div>
      ),
    },
    {
      name: 'trust-all-well',
      frame: 'sheet',
      draw: (language) => (
        <div className="shell-main">
          <QuarantineList items={[]} language={language} onExport={nothing} onDiscard={nothing} />
          <HealthTable health={{}} language={language} toolName={() => undefined} />
        </div>
      ),
    },
  ],
} satisfies GalleryArea;
