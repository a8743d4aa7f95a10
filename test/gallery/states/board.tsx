import { DepartmentCalendar } from '../../../components/board/department-calendar.tsx';
import { Destinations, type DestinationsView } from '../../../components/board/destinations.tsx';
import { Invites, type InvitesView } from '../../../components/board/invites.tsx';
import { Undelivered } from '../../../components/board/undelivered.tsx';
import { WeekSheet } from '../../../components/board/week-sheet.tsx';
import { daysOfKept } from '../../../lib/app/kept-lines.ts';
import type { Invite } from '../../../lib/contract/hub/people.ts';
import type { DepartmentSummaryDto, FigureDto } from '../../../lib/contract/hub/summary.ts';
import type { DepartmentSummary } from '../../../lib/domain/department-summary.ts';
import type { DayKey } from '../../../lib/domain/day.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { company, companyLines, NOW_MS } from '../company.ts';
import { TODAY } from '../person.ts';
import { onBoard } from '../on-board.tsx';
import type { GalleryArea } from '../state.ts';

const nothing = () => undefined;
const shown = (low: number, high: number, of: number): FigureDto => ({
  shown: true,
  low,
  high,
  of,
});
const NAMES = {
  ja: { champion: '港 花子', chat: '#営業-ai', list: '部の名簿 eigyo@minato.example' },
  en: { champion: 'Hana Minato', chat: '#sales-ai', list: 'Our list sales@minato.example' },
} as const;
const hidden: FigureDto = { shown: false, because: 'fewerThanFloor' };

function summaryLines(language: Language): DepartmentSummaryDto['others'] {
  return companyLines(language, 6).departments.map((kept) => ({
    id: kept.id,
    name: kept.name,
    line: {
      days: daysOfKept(kept),
      current: kept.current,
      longest: kept.longest,
      weeks: kept.weeks,
    },
    ...(kept.hiddenBecause === undefined ? {} : { hiddenBecause: kept.hiddenBecause }),
  }));
}

/** A line that began in the week that is told: days before it are as the hub has them. */
function young(line: DepartmentSummaryDto['line'] | undefined): DepartmentSummaryDto['line'] {
  const days = line?.line.days ?? [];
  const begun = days.map((day, index) =>
    index < days.length - 7 ? { ...day, state: 'off' as const } : day,
  );
  const counts = { current: 4, longest: 4, weeks: { current: 1, longest: 1 } };
  return { id: 'd0', name: line?.name ?? '', line: { ...counts, days: begun } };
}

function summary(
  language: Language,
  change: Partial<DepartmentSummaryDto> = {},
): DepartmentSummaryDto {
  const [line, ...others] = summaryLines(language);
  const { department } = company(language).team;
  return {
    department,
    week: '2026-W47',
    from: '2026-11-16' as DayKey,
    to: '2026-11-22' as DayKey,
    numbersOf: { group: 'department', departmentIds: [department.id] },
    numbers: [
      {
        metric: 'weeklyActive',
        now: shown(9, 9, 12),
        before: shown(7, 7, 12),
        goal: 0.7,
        goalReached: 'yes',
      },
      {
        metric: 'habitual',
        now: shown(4, 6, 12),
        before: shown(4, 4, 12),
        goal: 0.5,
        goalReached: 'unknown',
      },
      { metric: 'promptsPerMember', now: shown(14, 14, 12), before: shown(11, 11, 12) },
    ],
    review: {
      from: '2026-W44',
      to: '2026-W47',
      active28: shown(10, 10, 12),
      habitual: shown(5, 5, 12),
      topFifth: { shown: true, low: 0.4, high: 0.5 },
      gap: { shown: false, because: 'fewerThanTen' },
    },
    changed: { rule: 'activeUp', points: 16 },
    line: line!,
    others,
    action: { code: 'shareOneWorkflow' },
    definitions: ['M2', 'M3', 'M4', 'M7', 'M8', 'M9', 'M10', 'P'],
    ...change,
  };
}

const INVITE: Invite = {
  id: 'i1',
  departmentId: 'd0',
  role: 'member',
  expiresAt: NOW_MS + 900_000_000,
  maxUses: 10,
  uses: 3,
  revoked: false,
};

const week = (
  name: string,
  change: (language: Language) => Partial<DepartmentSummaryDto> = () => ({}),
) =>
  onBoard(name, 'week', (language) => (
    <WeekSheet
      summary={summary(language, change(language)) as unknown as DepartmentSummary}
      today={TODAY}
      language={language}
      foot="-"
      onCopy={nothing}
    />
  ));

const people = (name: string, view: Partial<InvitesView> = {}) =>
  onBoard(name, 'people', (language) => (
    <Invites
      view={{
        organisation: company(language).team.organisation.name,
        department: company(language).team.department.name,
        members: 12,
        invites: [
          INVITE,
          { ...INVITE, id: 'i2', role: 'champion', uses: 10 },
          { ...INVITE, id: 'i3', revoked: true },
          { ...INVITE, id: 'i4', expiresAt: 1 },
        ],
        made: undefined,
        nowMs: NOW_MS,
        ...view,
      }}
      roles={['member', 'champion', 'advisor']}
      language={language}
      busy={false}
      onMake={nothing}
      onRevoke={nothing}
      onCopy={nothing}
    />
  ));

const destinations = (name: string, view: Partial<DestinationsView> = {}) =>
  onBoard(name, 'destinations', (language) => (
    <Destinations
      view={{
        channels: [
          {
            id: 'c1',
            kind: 'mail',
            label: NAMES[language].champion,
            language,
            target: NAMES[language].champion,
            secret: 'none',
            active: true,
            own: true,
            questions: false,
          },
          {
            id: 'c2',
            kind: 'slack',
            label: NAMES[language].chat,
            language,
            target: 'hooks.slack.com',
            secret: 'set',
            active: true,
            own: false,
            questions: true,
          },
        ],
        mailIsSent: true,
        deliveries: [
          {
            id: 'x1',
            kind: 'weekly' as const,
            week: '2026-W47',
            channelId: 'c1',
            channelLabel: NAMES[language].champion,
            state: 'sent',
            attempts: 1,
            createdAt: 1,
          },
          {
            id: 'x2',
            kind: 'weekly' as const,
            week: '2026-W47',
            channelId: 'c2',
            channelLabel: NAMES[language].chat,
            state: 'failed',
            attempts: 6,
            reason: 'signIn',
            createdAt: 1,
          },
          {
            id: 'x3',
            kind: 'asked' as const,
            week: 'q1',
            channelId: 'c2',
            channelLabel: NAMES[language].chat,
            state: 'failed',
            attempts: 3,
            reason: 'overtaken',
            createdAt: 1,
          },
        ],
        tested: { c2: { arrived: false, reason: 'signIn' }, c1: { arrived: true } },
        signingSecret: undefined,
        busy: undefined,
        ...view,
      }}
      language={language}
      deeds={{
        onAdd: async () => true,
        onSwitch: nothing,
        onQuestions: nothing,
        onRemove: nothing,
        onTest: nothing,
        onRetry: nothing,
        onCopy: nothing,
      }}
    />
  ));

/** The champion's board, page by page. */
export default {
  area: 'board',
  states: [
    week('week'),
    week('week-hidden', (language) => ({
      numbersOf: { group: 'other', departmentIds: ['d0', 'd2'], groupedBecause: 'fewerThanFloor' },
      numbers: summary(language).numbers.map((number) => ({
        ...number,
        now: hidden,
        before: hidden,
      })),
      changed: { rule: 'steady' },
      action: { code: 'inviteColleagues' },
    })),
    week('week-young', (language) => ({
      line: young(summaryLines(language)[0]),
      changed: { rule: 'steady' },
      action: { code: 'nextWorkflow' },
    })),
    onBoard('week-undelivered', 'week', (language) => (
      <Undelivered
        language={language}
        deliveries={(['recipientRefused', 'signIn', 'unreachable'] as const).map(
          (reason, index) => ({
            id: `weekly${index}`,
            kind: index === 2 ? ('sponsor' as const) : ('weekly' as const),
            week: index === 2 ? '2026-10' : '2026-W47',
            channelId: `c${index}`,
            channelLabel:
              [NAMES[language].list, NAMES[language].chat, NAMES[language].champion][index] ?? '',
            state: 'failed',
            attempts: 3,
            createdAt: NOW_MS,
            reason,
          }),
        )}
      />
    )),
    people('people'),
    people('people-made', {
      made: {
        role: 'member',
        link: 'https://banso.minato.example/join#minato0000000000.Jx3v5tq9wLr2bC8yTgQm4AJx3v5tq9wLr2bC8yTgQm4A',
      },
    }),
    people('people-empty', { invites: [], members: 1 }),
    onBoard('calendar', 'calendar', (language) => (
      <DepartmentCalendar
        organisation={{
          ...company(language).team.organisation,
          weekdays: [1, 2, 3, 4, 5],
          closures: [
            {
              from: '2026-12-29' as DayKey,
              to: '2027-01-03' as DayKey,
              name: language === 'ja' ? '年末年始' : 'Turn of the year',
            },
          ],
          floor: 5,
          agreedToThree: false,
          goals: {},
          summaryHour: 9,
          workingHours: [{ from: 540, to: 1080 }],
        }}
        department={{
          id: 'd0',
          name: company(language).team.department.name,
          weekdays: [1, 2, 3, 4, 6],
          closures: [
            {
              from: '2026-12-24' as DayKey,
              to: '2026-12-24' as DayKey,
              name: language === 'ja' ? '棚卸し' : 'Stocktaking',
            },
          ],
          target: 0.5,
          weeklyGoal: 3,
          goals: {},
        }}
        isOwner={false}
        today={TODAY}
        busy={false}
        language={language}
        onChange={nothing}
      />
    )),
    destinations('destinations'),
    destinations('destinations-empty', {
      channels: [],
      deliveries: [],
      tested: {},
      mailIsSent: false,
    }),
  ],
} satisfies GalleryArea;
