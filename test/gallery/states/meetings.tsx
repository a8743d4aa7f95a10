import { MeetingActions } from '../../../components/board/meeting-actions.tsx';
import { MeetingAgenda } from '../../../components/board/meeting-agenda.tsx';
import { MeetingFeed, MeetingPlan } from '../../../components/board/meeting-plan.tsx';
import { MeetingRecord, PastMeetings } from '../../../components/board/meeting-record.tsx';
import { meetingAgenda } from '../../../lib/app/meeting-agenda.ts';
import type { ActionDto } from '../../../lib/contract/hub/meetings.ts';
import type { AttachmentCard } from '../../../lib/contract/hub/programme.ts';
import { addDays, type DayKey } from '../../../lib/domain/day.ts';
import { programmeView, type ProgrammeFacts } from '../../../lib/domain/programme-view.ts';
import { DEFAULT_PLAN } from '../../../lib/domain/meeting.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { notShown, summaryOf } from '../../support/department-summaries.ts';
import { companyLines, NOW_MS } from '../company.ts';
import { TODAY } from '../person.ts';
import { toolNote } from '../shared.ts';
import { OnBoard } from '../on-board.tsx';
import type { GalleryArea, GalleryState } from '../state.ts';

const nothing = () => undefined;
const DAY = '2026-11-27' as DayKey;

/** Nobody tried it yet, four weeks after it was proposed. */
function stalledCard(language: Language): AttachmentCard {
  return {
    id: 'w',
    name: language === 'ja' ? '議事録の要約' : 'Summary of minutes',
    waiting: false,
    state: 'proposed',
    fellBack: false,
    carriesGoal: true,
    proposedBy: 'member',
    proposedAt: NOW_MS - 28 * 86_400_000,
    nextStep: language === 'ja' ? '佐藤さんの会議で一度ためす' : 'try it once in Sato’s meeting',
    minutes: 20,
  };
}

/** It was tried for weeks, and nobody runs it any more. */
function fallenCard(language: Language): AttachmentCard {
  return {
    ...stalledCard(language),
    id: 'fell',
    name: language === 'ja' ? '請求書の確認' : 'Check of invoices',
    fellBack: true,
    fellSince: addDays(TODAY, -23),
    nextStep: undefined,
  };
}

/** A programme in its fifth week, without a meeting for three. */
const WEEK_FIVE: ProgrammeFacts = {
  startedOn: addDays(TODAY, -32),
  today: TODAY,
  goal: 0.6,
  noGoalSince: undefined,
  noOpenActionSince: undefined,
  slowHelpSince: undefined,
  meetings: [addDays(TODAY, -27)],
  planned: [-27, -13, 1, 15].map((more) => addDays(TODAY, more)),
  shares: new Map(),
  work: { tried: 1, attached: 0, registered: 3 },
  days: [],
  weeklyGoal: 3,
};

/** In its thirteenth week, a few days before a meeting of the next. */
const WEEK_THIRTEEN: ProgrammeFacts = {
  ...WEEK_FIVE,
  startedOn: addDays(TODAY, -86),
  meetings: [-76, -62, -48, -34, -20, -6].map((more) => addDays(TODAY, more)),
  planned: [6, 20].map((more) => addDays(TODAY, more)),
  work: { tried: 3, attached: 2, registered: 3 },
};

function actions(language: Language): ActionDto[] {
  const [one, long, done] =
    language === 'ja'
      ? [
          '見積もりの返信を、三人で一週間ためす',
          '関東第二営業部・新規開拓案件の週次進捗報告書を、プロンプトの型にして共有する',
          '招待を送る',
        ]
      : [
          'Three people try the quote reply for a week',
          'Make the weekly progress report of the second Kanto sales department a shared prompt',
          'Send the invites',
        ];
  return [
    {
      id: 'a1',
      text: one,
      assignee: language === 'ja' ? '佐藤' : 'Sato',
      dueDay: '2026-11-27' as DayKey,
      madeAt: 1,
    },
    { id: 'a2', text: long, madeAt: 2 },
    { id: 'a3', text: done, madeAt: 3, doneAt: NOW_MS },
  ];
}

function boardPage(
  name: string,
  {
    isEmpty = false,
    canDecide = true,
    nearExit = false,
  }: { isEmpty?: boolean; canDecide?: boolean; nearExit?: boolean },
): GalleryState {
  return {
    name,
    frame: 'page',
    draw: (language) => {
      const { departments } = companyLines(language);
      const department = departments[0]?.name ?? '';
      const summary = summaryOf(
        isEmpty
          ? {
              numbers: summaryOf().numbers.map((number) => ({
                ...number,
                now: notShown('fewerThanFloor'),
              })),
            }
          : {},
      );
      const held = isEmpty
        ? []
        : [
            {
              day: '2026-11-10' as DayKey,
              notes:
                language === 'ja'
                  ? '三人で試した返信は、半分の長さになった。\n次は請求書の型を作る。'
                  : 'The replies three of us tried are half as long.\nNext: a form for invoices.',
              heldAt: NOW_MS,
            },
            { day: '2026-10-27' as DayKey, notes: '', heldAt: NOW_MS, minutesSentAt: NOW_MS },
            { day: '2026-10-13' as DayKey, notes: '', heldAt: NOW_MS },
          ];
      const questions = isEmpty
        ? []
        : [
            {
              id: 'q',
              text: language === 'ja' ? '表を貼ると崩れます。' : 'Tables fall apart.',
              askedAt: NOW_MS,
              state: 'open' as const,
              waitedMinutes: 95,
              late: false,
            },
          ];
      const listed = isEmpty ? [] : actions(language);
      return (
        <OnBoard language={language} page="meetings">
          <MeetingAgenda
            agenda={meetingAgenda(
              {
                department,
                day: nearExit ? addDays(TODAY, 6) : DAY,
                summary: { ...summary, department: { ...summary.department, name: department } },
                questions,
                actions: listed,
                notes: isEmpty ? [] : [toolNote(language)],
                today: TODAY,
                cards: isEmpty ? [] : [stalledCard(language), fallenCard(language)],
                programme: isEmpty
                  ? undefined
                  : programmeView(nearExit ? WEEK_THIRTEEN : WEEK_FIVE),
              },
              language,
            )}
            agendaOn={isEmpty ? ('2026-11-26' as DayKey) : TODAY}
            today={TODAY}
            language={language}
            onCopy={nothing}
          />
          <MeetingActions
            actions={listed}
            canDecide={canDecide}
            language={language}
            busy={undefined}
            deeds={{
              onAdd: async () => true,
              onFinish: nothing,
              onReopen: nothing,
              onRemove: nothing,
            }}
          />
          {canDecide && (
            <MeetingRecord
              today={TODAY}
              held={held}
              language={language}
              busy={false}
              onHold={nothing}
            />
          )}
          <PastMeetings
            held={held}
            language={language}
            canDecide={canDecide}
            busy={false}
            onCopy={nothing}
            onSend={nothing}
          />
          {canDecide && (
            <>
              <MeetingPlan plan={DEFAULT_PLAN} language={language} busy={false} onSave={nothing} />
              <MeetingFeed
                hasFeed={!isEmpty}
                link={
                  isEmpty
                    ? undefined
                    : 'https://banso.minato.example/v1/meetings.ics?feed=minato0000000000.Jx3v5tq9wLr2bC8yTgQm4A'
                }
                language={language}
                busy={false}
                onMake={nothing}
                onCopy={nothing}
              />
            </>
          )}
        </OnBoard>
      );
    },
  };
}

/** 定例: the agenda, what was agreed, what was written down, day and hour. */
export default {
  area: 'meetings',
  states: [
    boardPage('full', {}),
    boardPage('first', { isEmpty: true }),
    boardPage('advisor', { canDecide: false }),
    boardPage('near-exit', { nearExit: true }),
  ],
} satisfies GalleryArea;
