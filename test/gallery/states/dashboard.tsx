import type { ReactNode } from 'react';
import { PACK_NAMES } from '../../../content/packs.ts';
import accounting from '../../../content/packs/accounting.json';
import type { Pack } from '../../../lib/contract/pack.ts';
import { HOLIDAYS } from '../../../content/holidays.ts';
import { Message } from '../../../components/dashboard/message.tsx';
import { Trash } from '../../../components/dashboard/trash.tsx';
import { Year } from '../../../components/dashboard/year.tsx';
import { yearView } from '../../../components/dashboard/year-view.ts';
import { PackBrowser } from '../../../components/workflows/pack-browser.tsx';
import { WorkflowForm } from '../../../components/workflows/workflow-form.tsx';
import { WorkflowList } from '../../../components/workflows/workflow-list.tsx';
import { createCalendar } from '../../../lib/domain/calendar.ts';
import { addDays, dayRange, weekdayOf, type DayKey } from '../../../lib/domain/day.ts';
import { EMPTY_ENTRY, type Ledger } from '../../../lib/domain/ledger.ts';
import type { Workflow } from '../../../lib/domain/workflow.ts';
import { dashboard } from '../../../lib/i18n/dashboard.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { workflows as workflowStrings } from '../../../lib/i18n/workflows.ts';
import { workflows as workflowWords } from '../../../lib/i18n/workflows.ts';
import type { GalleryArea } from '../state.ts';

const TODAY = '2026-11-24' as DayKey;
const calendar = createCalendar(
  { country: 'JP', weekdays: [1, 2, 3, 4, 5], closures: [], leave: [] },
  HOLIDAYS,
);
const tools = [
  { id: 'chatgpt', name: 'ChatGPT' },
  { id: 'gemini', name: 'Gemini' },
  { id: 'claude', name: 'Claude' },
];
const nothing = (): void => {};
const later = async (): Promise<void> => {};

function ledgerOf(from: DayKey, isUsed: (day: DayKey, index: number) => boolean): Ledger {
  const entry = { ...EMPTY_ENTRY, visits: 2, engagedSeconds: 300, promptsStarted: 4 };
  return Object.fromEntries(
    dayRange(from, addDays(TODAY, -1))
      .filter(isUsed)
      .map((day) => [day, weekdayOf(day) === 3 ? { claude: entry } : { chatgpt: entry }]),
  );
}

const year = (language: Language, ledger: Ledger, startedOn: DayKey) => (
  <div className="shell-main">
    <Year
      view={yearView({
        ledger,
        calendar,
        startedOn,
        today: TODAY,
        weeklyGoal: 3,
        period: 'last',
        tools: tools.map(({ id }) => id),
      })}
      today={TODAY}
      language={language}
      period="last"
      onPeriod={nothing}
      tool={undefined}
      onTool={nothing}
      toolName={(id) => tools.find((tool) => tool.id === id)?.name ?? id}
    />
  </div>
);

const workflow = (language: Language, parts: Partial<Workflow> = {}): Workflow => ({
  id: 'w1',
  name:
    language === 'ja'
      ? '取引先ごとの見積もり依頼への一次返信と社内確認の手配'
      : 'First reply to quote requests and the checks inside the company',
  kind: 'sales',
  rhythm: { kind: 'weekdays', weekdays: [1, 4] },
  minutes: 20,
  source: { kind: 'own' },
  createdAt: 1,
  updatedAt: 1,
  ...parts,
});

const listed = (language: Language, parts: Partial<Workflow>, due = false, done = false) => ({
  workflow: workflow(language, parts),
  due,
  doneToday: done,
  next: parts.rhythm?.kind === 'onDemand' ? undefined : addDays(TODAY, 6),
  promptCount: 2,
  runsThisMonth: done ? 3 : 0,
  kindName: PACK_NAMES[0]?.name[language] ?? '',
  sourceWords:
    parts.source?.kind === 'pack'
      ? workflowWords[language].sourcePack(PACK_NAMES[0]?.name[language] ?? '')
      : workflowWords[language].sourceOwn,
  toolName: 'ChatGPT',
});

/** The file is of the schema: `content/packs.test.ts` holds it. */
const ACCOUNTING = accounting as unknown as Pack;

const form = (language: Language, children: ReactNode, held?: Workflow) => (
  <WorkflowForm
    language={language}
    workflow={held}
    kinds={PACK_NAMES.map(({ id, name }) => ({ id, name: name[language] }))}
    startKind="sales"
    tools={tools}
    usualTool="ChatGPT"
    nextDays={() => [TODAY, addDays(TODAY, 6)]}
    onSave={later}
    cancelHref="#"
  >
    {children}
  </WorkflowForm>
);

/** The dashboard's year, workflows and packs. */
export default {
  area: 'dashboard',
  states: [
    {
      name: 'year',
      frame: 'sheet',
      draw: (language) =>
        year(
          language,
          ledgerOf('2025-11-24' as DayKey, (_day, index) => index % 17 !== 4 && index % 41 > 2),
          '2025-11-24' as DayKey,
        ),
    },
    {
      name: 'year-broken',
      frame: 'sheet',
      draw: (language) =>
        year(
          language,
          ledgerOf('2026-08-03' as DayKey, (day) => day < '2026-10-20'),
          '2026-08-03' as DayKey,
        ),
    },
    {
      name: 'year-first-week',
      frame: 'sheet',
      draw: (language) =>
        year(
          language,
          ledgerOf('2026-11-20' as DayKey, () => true),
          '2026-11-20' as DayKey,
        ),
    },
    {
      name: 'workflows',
      frame: 'sheet',
      draw: (language) => (
        <div className="shell-main">
          <WorkflowList
            items={[
              listed(language, {}, true),
              listed(
                language,
                {
                  id: 'w2',
                  rhythm: { kind: 'monthlyLastWorkday', nth: 2 },
                  source: { kind: 'pack', pack: 'sales', item: 'x' },
                },
                false,
                true,
              ),
              listed(language, { id: 'w3', rhythm: { kind: 'onDemand' } }),
            ]}
            language={language}
            today={TODAY}
            editHref={(id) => `#${id}`}
            onTick={nothing}
            onOpen={nothing}
            onDelete={nothing}
          />
          <Trash
            title={workflowStrings[language].trash(1)}
            lead={workflowStrings[language].trashLead}
            items={[
              {
                id: 'w9',
                name: workflow(language).name,
                daysLeft: workflowStrings[language].daysLeft(26),
              },
            ]}
            restoreLabel={workflowStrings[language].restore}
            restoreNamed={workflowStrings[language].restoreNamed}
            onRestore={nothing}
          />
          <Message
            said={{
              text: workflowStrings[language].deleted(workflow(language).name),
              action: { label: workflowStrings[language].undo, run: nothing },
            }}
            closeLabel={dashboard[language].close}
            onClose={nothing}
          />
        </div>
      ),
    },
    {
      name: 'workflow-new',
      frame: 'sheet',
      draw: (language) => <div className="shell-main">{form(language, null)}</div>,
    },
    {
      name: 'workflow-wrong',
      frame: 'sheet',
      press: '[type=submit]',
      draw: (language) => <div className="shell-main">{form(language, null)}</div>,
    },
    {
      name: 'workflow-monthly',
      frame: 'sheet',
      draw: (language) => (
        <div className="shell-main">
          {form(
            language,
            null,
            workflow(language, {
              rhythm: { kind: 'monthlyLastWorkday', nth: 2 },
              site: 'https://mail.example.com',
            }),
          )}
        </div>
      ),
    },
    {
      name: 'packs',
      frame: 'sheet',
      draw: (language) => (
        <div className="shell-main">
          <PackBrowser
            names={PACK_NAMES}
            pack={ACCOUNTING}
            language={language}
            chosen="accounting"
            onChoose={nothing}
            adoptionOf={(_pack, id) =>
              id === ACCOUNTING.workflows[0]?.id
                ? { state: 'registered', id: 'w1' }
                : id === ACCOUNTING.workflows[1]?.id
                  ? { state: 'inTrash', id: 'w2' }
                  : { state: 'none' }
            }
            workflowHref={(id) => `#${id}`}
            onAdopt={nothing}
            onRestore={nothing}
          />
        </div>
      ),
    },
    {
      name: 'packs-loading',
      frame: 'sheet',
      draw: (language) => (
        <PackBrowser
          names={PACK_NAMES}
          pack={undefined}
          language={language}
          chosen="accounting"
          onChoose={nothing}
          adoptionOf={() => ({ state: 'none' })}
          workflowHref={() => '#'}
          onAdopt={nothing}
          onRestore={nothing}
        />
      ),
    },
  ],
} satisfies GalleryArea;
