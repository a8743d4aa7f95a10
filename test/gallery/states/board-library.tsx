import { PACK_NAMES } from '../../../content/packs.ts';
import sales from '../../../content/packs/sales.json';
import {
  DepartmentPrompts,
  StalePrompts,
  type PromptsView,
} from '../../../components/board/department-prompts.tsx';
import { DepartmentWork, type WorkView } from '../../../components/board/department-work.tsx';
import { NewWork } from '../../../components/board/new-work.tsx';
import { ReviewQueue, type QueueView } from '../../../components/board/review-queue.tsx';
import { ToolNews, type NewsView } from '../../../components/board/tool-news.tsx';
import type { ReviewedPrompt, ReviewedWorkflow } from '../../../lib/contract/hub/sharing.ts';
import { outlineOf, type Pack } from '../../../lib/contract/pack.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { TOOLS } from '../../../lib/sites/registry.ts';
import { NOW_MS } from '../company.ts';
import { sharedText, sharedWorkflows, toolNote } from '../shared.ts';
import { onBoard } from '../on-board.tsx';
import type { GalleryArea, GalleryState } from '../state.ts';

/** The file is of the schema: `content/packs.test.ts` holds it. */
const SALES = outlineOf(sales as unknown as Pack);
const nothing = () => undefined;
const taken = async () => true;
const DAY_MS = 86_400_000;

function workflows(language: Language): ReviewedWorkflow[] {
  const states = ['registered', 'registered', 'proposed'] as const;
  return [
    ...sharedWorkflows(language).map((workflow, index): ReviewedWorkflow => ({
      ...workflow,
      state: states[index] ?? 'registered',
      ...(index === 0 ? { use: { people: 10, runs: 50 } } : {}),
    })),
    {
      ...(sharedWorkflows(language)[1] as ReviewedWorkflow),
      id: 'w9',
      state: 'retired',
    },
  ];
}

function inUse(
  language: Language,
  id: string,
  change: Partial<ReviewedPrompt> = {},
): ReviewedPrompt {
  return {
    id,
    workflowId: 'w1',
    state: 'inUse',
    inUse: {
      version: 1,
      text: sharedText(language),
      approvedAt: NOW_MS - 20 * DAY_MS,
      author: language === 'ja' ? '山田' : 'Yamada',
    },
    reviewedAt: NOW_MS - 20 * DAY_MS,
    ...change,
  };
}

function waiting(language: Language, change: Partial<ReviewedPrompt> = {}): ReviewedPrompt {
  return {
    id: 'q1',
    workflowId: 'w3',
    state: 'waiting',
    open: {
      version: 1,
      state: 'submitted',
      text: sharedText(language),
      author: language === 'ja' ? '鈴木' : 'Suzuki',
      submittedAt: NOW_MS - 7_200_000,
    },
    ...change,
  };
}

/** A workflow that another department proposed, with two of its prompts. */
function spreading(language: Language): Partial<QueueView> {
  const isJa = language === 'ja';
  return {
    workflows: workflows(language).filter(({ state }) => state === 'proposed'),
    offers: [
      {
        workflowId: 'w3',
        from: isJa ? '製造部' : 'Manufacturing',
        prompts: [
          { id: 'p1', version: 1, text: sharedText(language) },
          {
            id: 'p2',
            version: 3,
            text: {
              title: isJa ? '報告書を 3 行に' : 'The report in three lines',
              body: isJa
                ? '次の進捗を、部長が 30 秒で読める 3 行にしてください。\n\n{{進捗}}'
                : 'Put this progress into three lines that are read in half a minute.\n\n{{progress}}',
              variables: [{ name: isJa ? '進捗' : 'progress', type: 'multiline', required: true }],
            },
          },
        ],
      },
    ],
  };
}

const queue = (
  name: string,
  view: (language: Language) => Partial<QueueView>,
  press?: string,
): GalleryState =>
  onBoard(
    name,
    'library',
    (language) => (
      <ReviewQueue
        view={{
          prompts: [],
          workflows: [],
          offers: [],
          known: workflows(language),
          canDecide: true,
          busy: undefined,
          ...view(language),
        }}
        language={language}
        deeds={{ onApprove: nothing, onReturn: nothing, onAccept: nothing, onDecline: nothing }}
      />
    ),
    press,
  );

const work = (
  name: string,
  view: (language: Language) => Partial<WorkView>,
  press?: string,
): GalleryState =>
  onBoard(
    name,
    'library',
    (language) => (
      <DepartmentWork
        view={{
          workflows: workflows(language),
          packs: [SALES],
          canDecide: true,
          busy: undefined,
          ...view(language),
        }}
        language={language}
        deeds={{ onRegister: nothing, onRetire: nothing, onReuse: nothing }}
        byHand={
          <NewWork
            language={language}
            kinds={PACK_NAMES.map(({ id, name: title }) => ({ id, name: title[language] }))}
            tools={TOOLS}
            busy={false}
            onRegister={taken}
          />
        }
      />
    ),
    press,
  );

const prompts = (
  name: string,
  view: (language: Language) => Partial<PromptsView>,
  press?: string,
): GalleryState =>
  onBoard(
    name,
    'library',
    (language) => {
      const given = {
        view: {
          prompts: [],
          workflows: workflows(language).filter(({ state }) => state === 'registered'),
          canDecide: true,
          busy: undefined,
          ...view(language),
        },
        language,
        deeds: {
          onKeep: nothing,
          onRetire: nothing,
          onReuse: nothing,
          onAttach: nothing,
          versionsOf: async () => undefined,
        },
      };
      return (
        <>
          <StalePrompts {...given} />
          <DepartmentPrompts {...given} />
        </>
      );
    },
    press,
  );

const news = (name: string, view: (language: Language) => Partial<NewsView>): GalleryState =>
  onBoard(name, 'news', (language) => (
    <ToolNews
      view={{
        notes: [],
        prompts: [inUse(language, 'a')],
        tools: TOOLS,
        month: '2026-11',
        busy: undefined,
        ...view(language),
      }}
      language={language}
      onPublish={taken}
      onWithdraw={nothing}
    />
  ));

/** The board's pages on what a department shares. */
export default {
  area: 'board-library',
  states: [
    queue('queue', (language) => ({
      prompts: [
        waiting(language),
        waiting(language, {
          id: 'q2',
          workflowId: 'w1',
          state: 'inUse',
          inUse: {
            version: 1,
            text: {
              ...sharedText(language),
              body: sharedText(language).body.replace(/\n.*\n/, '\n…\n'),
            },
            approvedAt: NOW_MS - 90 * DAY_MS,
          },
          open: {
            version: 2,
            state: 'submitted',
            text: sharedText(language),
            submittedAt: NOW_MS - 3_600_000,
          },
        }),
      ],
      workflows: workflows(language).filter(({ state }) => state === 'proposed'),
    })),
    queue(
      'queue-returning',
      (language) => ({ prompts: [waiting(language)] }),
      '.board-presses .ui-button-plain',
    ),
    queue('queue-spread', spreading),
    queue('queue-spread-left', spreading, '.board-offered [role=switch]'),
    queue('queue-spread-advisor', (language) => ({ ...spreading(language), canDecide: false })),
    queue('queue-empty', () => ({})),
    queue('queue-advisor', (language) => ({ prompts: [waiting(language)], canDecide: false })),
    work('work', () => ({})),
    work('work-pack', () => ({}), '.board-more:nth-of-type(2) > summary'),
    work('work-hand', () => ({}), '.board-more:nth-of-type(3) > summary'),
    work('work-empty', () => ({ workflows: [] })),
    prompts('prompts', (language) => ({
      prompts: [
        inUse(language, 'a', { use: { people: 10, runs: 50 } }),
        inUse(language, 'b', { stale: 'age', reviewedAt: NOW_MS - 95 * DAY_MS }),
        inUse(language, 'c', { stale: 'tool' }),
        inUse(language, 'd', { state: 'retired' }),
        inUse(language, 'e', {
          from: language === 'ja' ? '製造部' : 'Manufacturing',
          inUse: { version: 1, text: sharedText(language), approvedAt: NOW_MS - DAY_MS },
        }),
      ],
    })),
    prompts(
      'prompts-open',
      (language) => ({ prompts: [inUse(language, 'a')] }),
      '.board-more > summary',
    ),
    prompts('prompts-empty', () => ({})),
    news('news', (language) => ({
      notes: [toolNote(language)],
    })),
    news('news-empty', () => ({})),
  ],
} satisfies GalleryArea;
