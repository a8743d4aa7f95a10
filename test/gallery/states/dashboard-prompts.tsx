import { HOLIDAYS } from '../../../content/holidays.ts';
import { PromptEditor } from '../../../components/prompts/prompt-editor.tsx';
import { PromptList } from '../../../components/prompts/prompt-list.tsx';
import { PromptTransfer, type ChosenFile } from '../../../components/prompts/prompt-transfer.tsx';
import { PromptVersions } from '../../../components/prompts/prompt-versions.tsx';
import { ShareSummary } from '../../../components/summary/share-summary.tsx';
import { WeekSummary } from '../../../components/summary/week-summary.tsx';
import { summaryInWords, summaryText } from '../../../lib/app/render-summary.ts';
import { createCalendar } from '../../../lib/domain/calendar.ts';
import type { DayKey } from '../../../lib/domain/day.ts';
import { EMPTY_ENTRY } from '../../../lib/domain/ledger.ts';
import { summariseWeek } from '../../../lib/domain/weekly-summary.ts';
import type { Prompt, Workflow } from '../../../lib/domain/workflow.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import type { GalleryArea } from '../state.ts';

const TODAY = '2026-11-24' as DayKey;
const nothing = (): void => {};
const later = async (): Promise<void> => {};

function transfer(language: Language, chosen: ChosenFile | undefined) {
  return (
    <div className="shell-main">
      <PromptTransfer
        language={language}
        chosen={chosen}
        busy={false}
        own={12}
        onFile={nothing}
        onAdd={nothing}
        onCancel={nothing}
        onExport={nothing}
      />
    </div>
  );
}

function prompt(language: Language, parts: Partial<Prompt> = {}): Prompt {
  const ja = language === 'ja';
  const title = ja ? '見積依頼への一次返信' : 'First reply to a quote request';
  const text = (middle: string) =>
    ja
      ? `あなたは営業事務の担当者です。\n${middle}\n\n相手：{{会社名}}\n返事の期限：{{期限}}\n文の調子：{{調子}}`
      : `You work in a sales office.\n${middle}\n\nTo: {{company}}\nReply by: {{due}}\nTone: {{tone}}`;
  const variables: Prompt['variables'] = [
    { name: ja ? '会社名' : 'company', type: 'text', required: true, remember: true },
    { name: ja ? '期限' : 'due', type: 'date', default: 'today+3' },
    {
      name: ja ? '調子' : 'tone',
      type: 'choice',
      choices: ja ? ['ていねい', '手短'] : ['polite', 'brief'],
    },
  ];
  return {
    id: 'p1',
    title,
    body: text(ja ? '返信文を三つの段落で書いてください。' : 'Write a reply in three paragraphs.'),
    variables,
    source: { kind: 'own' },
    createdAt: 1,
    updatedAt: 1,
    versions: [
      {
        title,
        body: text(ja ? '返信文を書いてください。' : 'Write a reply.'),
        variables,
        replacedAt: 1_763_700_000_000,
      },
    ],
    ...parts,
  };
}

const editor = (language: Language, held: Prompt | undefined) => (
  <div className="shell-main">
    <PromptEditor
      language={language}
      today={TODAY}
      prompt={held}
      workflows={[{ id: 'w1', name: language === 'ja' ? '見積もりの返信' : 'Quote reply' }]}
      onSave={later}
      onCopy={nothing}
      cancelHref="#"
    >
      {held !== undefined && (
        <PromptVersions prompt={held} language={language} onBringBack={nothing} />
      )}
    </PromptEditor>
  </div>
);

const list = (language: Language, items: readonly Prompt[], query: string) => (
  <div className="shell-main">
    <PromptList
      items={items.map((one, index) => ({
        prompt: one,
        workflowName:
          index === 0 ? (language === 'ja' ? '見積もりの返信' : 'Quote reply') : undefined,
        packName: undefined,
      }))}
      total={2}
      language={language}
      query={query}
      onQuery={nothing}
      editHref={() => '#'}
      onDelete={nothing}
    />
  </div>
);

function week(language: Language, days: readonly string[], goal: number) {
  const workflow: Workflow = {
    id: 'w1',
    name: language === 'ja' ? '見積もりの返信' : 'Quote reply',
    kind: 'sales',
    rhythm: { kind: 'weekdays', weekdays: [2, 4] },
    minutes: 25,
    source: { kind: 'own' },
    createdAt: 1,
    updatedAt: 1,
  };
  const entry = {
    ...EMPTY_ENTRY,
    visits: 1,
    engagedSeconds: 90,
    promptsStarted: 4,
    runs: { w1: 1 },
  };
  const data = summariseWeek({
    ledger: Object.fromEntries(days.map((day) => [day, { chatgpt: entry }])),
    workflows: days.length === 0 ? [] : [workflow],
    calendar: createCalendar(
      { country: 'JP', weekdays: [1, 2, 3, 4, 5], closures: [], leave: [] },
      HOLIDAYS,
    ),
    startedOn: '2026-10-05' as DayKey,
    today: TODAY,
    weeklyGoal: goal,
  });
  const words = summaryInWords(data, language, goal);
  return (
    <div className="shell-main">
      <WeekSummary
        data={words}
        marks={data.line.days.slice(-28)}
        entering={false}
        today={TODAY}
        running={days.length === 0}
        language={language}
      />
      <ShareSummary
        text={summaryText(words, language)}
        mailto="mailto:"
        mailIsCut={days.length > 0}
        address={days.length > 0 ? 'tantou@example.co.jp' : undefined}
        language={language}
        onCopyText={nothing}
        onCopyHtml={nothing}
        onSaveEml={nothing}
      />
    </div>
  );
}

/** Prompts and the weekly summary. */
export default {
  area: 'dashboard-prompts',
  states: [
    {
      name: 'list',
      frame: 'sheet',
      draw: (language) =>
        list(language, [prompt(language), prompt(language, { id: 'p2', versions: [] })], ''),
    },
    { name: 'list-none-found', frame: 'sheet', draw: (language) => list(language, [], 'zzz') },
    { name: 'editor-new', frame: 'sheet', draw: (language) => editor(language, undefined) },
    { name: 'editor', frame: 'sheet', draw: (language) => editor(language, prompt(language)) },
    {
      name: 'editor-compare',
      frame: 'sheet',
      press: '.prompts-open',
      draw: (language) => editor(language, prompt(language)),
    },
    {
      name: 'editor-blank',
      frame: 'sheet',
      press: '.prompts-blank:last-child .prompts-blank-head',
      draw: (language) => editor(language, prompt(language)),
    },
    {
      name: 'editor-first-version',
      frame: 'sheet',
      draw: (language) =>
        editor(language, prompt(language, { versions: [], variables: [], body: 'a' })),
    },
    {
      name: 'week',
      frame: 'sheet',
      draw: (language) =>
        week(
          language,
          ['2026-11-05', '2026-11-10', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-20'],
          3,
        ),
    },
    {
      name: 'transfer',
      frame: 'sheet',
      draw: (language) => transfer(language, undefined),
    },
    {
      name: 'transfer-chosen',
      frame: 'sheet',
      draw: (language) =>
        transfer(language, {
          name: 'prompts.csv',
          refused: [4, 9],
          offered: [
            { prompt: { title: '議事録の清書', body: 'x' }, standing: { kind: 'new' } },
            {
              prompt: { title: '見積もりの返信', body: 'x' },
              standing: { kind: 'same', title: '見積依頼への一次返信' },
            },
            {
              prompt: {
                title: '関東第二営業部・新規開拓案件の週次進捗報告書の作成と共有',
                body: 'x',
              },
              standing: { kind: 'alike', title: '週報' },
            },
          ],
        }),
    },
    {
      name: 'transfer-unreadable',
      frame: 'sheet',
      draw: (language) => transfer(language, { name: 'list.csv', trouble: 'unreadable' }),
    },
    { name: 'week-unused', frame: 'sheet', draw: (language) => week(language, [], 3) },
  ],
} satisfies GalleryArea;
