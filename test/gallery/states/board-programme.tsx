import { HOLIDAYS } from '../../../content/holidays.ts';
import { Appointment, type AppointmentView } from '../../../components/board/appointment.tsx';
import { AttachmentBoard } from '../../../components/board/attachment-board.tsx';
import { GoalDocuments } from '../../../components/board/goal-documents.tsx';
import { GoalForm } from '../../../components/board/goal-form.tsx';
import { GoalPaper } from '../../../components/board/goal-paper.tsx';
import { ProgrammeSheet } from '../../../components/board/programme-sheet.tsx';
import { ProgrammeSteps } from '../../../components/board/programme-steps.tsx';
import type {
  AttachmentReply,
  CompanyGoal,
  ProgrammeReply,
} from '../../../lib/contract/hub/programme.ts';
import { createCalendar } from '../../../lib/domain/calendar.ts';
import { addDays, weekOf, type DayKey } from '../../../lib/domain/day.ts';
import { meetingDays } from '../../../lib/domain/meeting.ts';
import { programmeView, type ProgrammeFacts } from '../../../lib/domain/programme-view.ts';
import { mondayOfProgramme } from '../../../lib/domain/programme.ts';
import type { Figure } from '../../../lib/domain/released.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { cards } from '../attachment-cards.ts';
import { company, companyLines, NOW_MS } from '../company.ts';
import { TODAY } from '../person.ts';
import { onBoard } from '../on-board.tsx';
import type { GalleryArea, GalleryState } from '../state.ts';

const nothing = () => undefined;

const departmentOf = (language: Language) => ({
  id: 'd0',
  name: companyLines(language).departments[0]?.name ?? '',
});

const board = (
  name: string,
  change: (language: Language) => Partial<AttachmentReply>,
  press?: string,
  canDecide = true,
): GalleryState =>
  onBoard(
    name,
    'attachment',
    (language) => (
      <AttachmentBoard
        view={{
          reply: {
            department: departmentOf(language),
            today: TODAY,
            cards: cards(language),
            coverage: { count: 2, of: 3 },
            push: { id: 'w3', why: 'fellBack' },
            spreads: [
              {
                id: 'w1',
                departmentId: 'd4',
                departmentName: language === 'ja' ? '製造部' : 'Manufacturing',
              },
            ],
            ...change(language),
          },
          canDecide,
          busy: undefined,
        }}
        language={language}
        deeds={{ onAgree: nothing, onSpread: nothing, onCopy: nothing }}
      />
    ),
    press,
  );

const START = addDays(TODAY, -65);
const END = addDays(mondayOfProgramme(START, 16), 6);
const CALENDAR = createCalendar(
  { country: 'JP', weekdays: [1, 2, 3, 4, 5], closures: [], leave: [] },
  HOLIDAYS,
);
/** The second and fourth Thursday. */
const PLANNED = meetingDays({ weekday: 4, weeks: 'secondAndFourth' }, CALENDAR, {
  from: START,
  to: END,
});
const past = (today: DayKey) => PLANNED.filter((each) => each < today);

/** Shares of eighteen people that grow by one a week. */
function sharesUntil(week: number, hidden = false): ProgrammeFacts['shares'] {
  return new Map(
    Array.from({ length: week }, (_, index) => [
      weekOf(mondayOfProgramme(START, index + 1)),
      (hidden
        ? { shown: false, because: 'fewerThanFloor' }
        : {
            shown: true,
            low: Math.min(index + 1, 15),
            high: Math.min(index + 1, 15),
            of: 18,
          }) as Figure,
    ]),
  );
}

function replyOf(
  language: Language,
  change: Partial<ProgrammeFacts>,
  beside: Partial<Omit<ProgrammeReply, 'programme'>> = {},
): ProgrammeReply & { readonly programme: NonNullable<ProgrammeReply['programme']> } {
  const today = change.today ?? TODAY;
  const days = Array.from({ length: 140 }, (_, index) => {
    const isWeekend = index % 7 === (5 + 7 - 2) % 7;
    const isMissed = Math.floor(index / 7) === 3;
    return {
      day: addDays(START, index),
      state: isWeekend ? ('off' as const) : isMissed ? ('missed' as const) : ('kept' as const),
    };
  });
  const facts: ProgrammeFacts = {
    startedOn: START,
    today,
    goal: 0.6,
    meetings: past(today),
    planned: PLANNED,
    noGoalSince: undefined,
    noOpenActionSince: undefined,
    slowHelpSince: undefined,
    shares: sharesUntil(9),
    work: { tried: 3, attached: 2, registered: 4 },
    days: days.filter(({ day }) => day <= today),
    weeklyGoal: 3,
    ...change,
  };
  return {
    department: departmentOf(language),
    today,
    missing: [],
    goal: facts.goal,
    champion: { name: language === 'ja' ? '佐藤 美咲' : 'Misaki Sato', appointedAt: NOW_MS },
    startedOn: START,
    programme: programmeView(facts),
    ...beside,
  };
}

const sheet = (
  name: string,
  change: Partial<ProgrammeFacts>,
  beside: Partial<Omit<ProgrammeReply, 'programme'>> = {},
): GalleryState =>
  onBoard(name, 'programme', (language) => {
    const reply = replyOf(language, change, beside);
    return <ProgrammeSheet reply={reply} view={reply.programme} language={language} />;
  });

const steps = (name: string, missing: ProgrammeReply['missing']): GalleryState =>
  onBoard(name, 'programme', (language) => (
    <ProgrammeSteps
      reply={{ department: departmentOf(language), today: TODAY, missing }}
      language={language}
      busy={false}
      onStart={nothing}
    />
  ));

function goalOf(language: Language): CompanyGoal {
  return {
    purpose: 'hands',
    sentence:
      language === 'ja'
        ? '見積もりを半分の時間で返し、残業なしで月末を終える'
        : 'Quotes in half the time, and a month’s end without overtime',
    share: 0.6,
    by: addDays(TODAY, 180),
    departmentIds: ['d0', 'd2'],
    workflowIds: ['w1', 'w3'],
  };
}

const workOf = (language: Language) => cards(language).map(({ id, name }) => ({ id, name }));
const paper = (name: string): GalleryState =>
  onBoard(name, 'goal', (language) => (
    <GoalPaper
      shown={{
        goal: { ...goalOf(language), setAt: NOW_MS },
        departments: companyLines(language)
          .departments.filter(({ id }) => id === 'd0' || id === 'd2')
          .map((one) => one.name),
        workflows: workOf(language)
          .filter(({ id }) => id === 'w1' || id === 'w3')
          .map((one) => one.name),
        champion: language === 'ja' ? '佐藤 美咲' : 'Misaki Sato',
      }}
      language={language}
      foot=""
    />
  ));

const goalForm = (name: string, isNew: boolean, press?: string): GalleryState =>
  onBoard(
    name,
    'goal',
    (language) => (
      <GoalForm
        goal={isNew ? undefined : goalOf(language)}
        choices={{
          departments: companyLines(language).departments,
          department: departmentOf(language).name,
          workflows: isNew ? [] : workOf(language),
        }}
        language={language}
        busy={false}
        onSave={nothing}
      />
    ),
    press,
  );

const PEOPLE = {
  ja: ['佐藤 美咲', '鈴木 次郎'],
  en: ['Misaki Sato', 'Jiro Suzuki'],
} as const;

const appointment = (
  name: string,
  change: (language: Language) => Partial<AppointmentView>,
  press?: string,
): GalleryState =>
  onBoard(
    name,
    'goal',
    (language) => (
      <Appointment
        view={{
          department: departmentOf(language).name,
          people: PEOPLE[language].map((displayName, index) => ({
            id: `m${index}`,
            displayName,
            role: 'member',
            departmentId: 'd0',
            championOf: [],
            joinedOn: TODAY,
          })),
          champion: undefined,
          first: undefined,
          busy: false,
          ...change(language),
        }}
        language={language}
        onAppoint={nothing}
      />
    ),
    press,
  );

const papers = (name: string, press: string): GalleryState =>
  onBoard(
    name,
    'goal',
    (language) => (
      <GoalDocuments
        paper={{
          organisation: company(language).team.organisation.name,
          purpose: language === 'ja' ? '手間を減らす' : 'Less effort',
          sentence: goalOf(language).sentence,
          share: '60%',
          by: language === 'ja' ? '2027年5月24日' : '24 May 2027',
          departments: [departmentOf(language).name],
          workflows: workOf(language).map((one) => one.name),
          champion: undefined,
          floor: 5,
        }}
        language={language}
        onCopy={nothing}
      />
    ),
    press,
  );

const LATE = addDays(mondayOfProgramme(START, 28), 2);

export default {
  area: 'board-programme',
  states: [
    board('attachment', () => ({})),
    board('attachment-writing', () => ({}), 'details.board-more > summary'),
    board(
      'attachment-read-only',
      () => ({ push: { id: 'w4', why: 'firstTrial' } }),
      undefined,
      false,
    ),
    board('attachment-hidden', (language) => ({
      hiddenBecause: 'fewerThanFloor',
      cards: cards(language).map((card) => ({
        ...card,
        state: undefined,
        savedMinutes: undefined,
        fellBack: false,
      })),
      coverage: undefined,
      push: undefined,
      spreads: [],
    })),
    board('attachment-empty', () => ({ cards: [], push: undefined, spreads: [] })),
    sheet('running', {}),
    sheet('stalled', {
      meetings: past(TODAY).slice(0, 2),
      slowHelpSince: addDays(TODAY, -3),
      shares: sharesUntil(9, true),
      work: undefined,
    }),
    sheet('passed', {
      today: LATE,
      meetings: PLANNED,
      shares: new Map([...sharesUntil(28)].map(([week, share]) => [week, share])),
    }),
    sheet('passed-and-under', {
      today: LATE,
      meetings: PLANNED,
      shares: new Map(
        [...sharesUntil(28)].map(([week, share], index) => [
          week,
          index < 17 ? share : ({ shown: true, low: 7, high: 7, of: 18 } as Figure),
        ]),
      ),
    }),
    sheet('stalled-before-first-meeting', { meetings: [], noOpenActionSince: addDays(TODAY, -3) }),
    sheet(
      'over-and-under',
      {
        today: LATE,
        meetings: PLANNED,
        shares: new Map(
          [...sharesUntil(28)].map(([week]) => [
            week,
            { shown: true, low: 7, high: 7, of: 18 } as Figure,
          ]),
        ),
      },
      { missing: ['champion'], champion: undefined },
    ),
    steps('nothing-yet', ['goal', 'workflow', 'champion', 'start']),
    steps('ready-to-start', ['start']),
    paper('goal'),
    goalForm('goal-new', true, 'button[type=submit]'),
    goalForm('goal-change', false),
    appointment('appoint', () => ({}), 'input[type=checkbox]'),
    appointment('appoint-too-early', () => ({ first: 'goal' })),
    appointment('appointed', (language) => ({ champion: PEOPLE[language][0] })),
    papers('papers', 'details > summary'),
  ],
} satisfies GalleryArea;
