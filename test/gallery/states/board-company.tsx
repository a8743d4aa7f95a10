import type { ReactNode } from 'react';
import { type CompanySection } from '../../../components/board/board-frame.tsx';
import { CloseDepartment } from '../../../components/board/close-department.tsx';
import { Departments } from '../../../components/board/departments.tsx';
import { DeviceList } from '../../../components/board/member-devices.tsx';
import { MemberForm } from '../../../components/board/member-form.tsx';
import { OrganisationCalendar } from '../../../components/board/organisation-calendar.tsx';
import { OrganisationSettings } from '../../../components/board/organisation-settings.tsx';
import { OwnersOnly } from '../../../components/board/owners-only.tsx';
import { Roster } from '../../../components/board/roster.tsx';
import { Failed } from '../../../entrypoints/board/hub-failed.tsx';
import type {
  DepartmentDto,
  OrganisationReply,
  RosterEntry,
} from '../../../lib/contract/hub/organisation.ts';
import type { Role } from '../../../lib/contract/hub/people.ts';
import { addDays, type DayKey } from '../../../lib/domain/day.ts';
import { board } from '../../../lib/i18n/board.ts';
import { boardCompany } from '../../../lib/i18n/board-company.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { company, companyLines } from '../company.ts';
import { TODAY } from '../person.ts';
import { OnBoard } from '../on-board.tsx';
import type { GalleryArea, GalleryState } from '../state.ts';

const nothing = () => undefined;
const done = async () => true;
const DEVICES = [
  { id: 'second', createdAt: Date.parse('2026-11-16T13:20:00+09:00') },
  { id: 'first', createdAt: Date.parse('2026-10-26T09:05:00+09:00') },
];
const devicesOf = () => ({ onList: async () => DEVICES, onEnd: done });
const day = (text: string) => text as DayKey;
/** Fixed, because the browser's own list grows. */
const ZONES = ['America/Los_Angeles', 'Asia/Singapore', 'Asia/Tokyo', 'Europe/London'];

const CLOSURES = {
  ja: { newYear: '年末年始', summer: 'お盆', founding: '創立記念日', stock: '棚卸し' },
  en: {
    newYear: 'Turn of the year',
    summer: 'Summer break',
    founding: 'Foundation day',
    stock: 'Stocktaking',
  },
} as const;

function organisation(
  language: Language,
  change: Partial<OrganisationReply> = {},
): OrganisationReply {
  return {
    ...company(language).team.organisation,
    weekdays: [1, 2, 3, 4, 5],
    closures: [
      { from: day('2026-12-29'), to: day('2027-01-03'), name: CLOSURES[language].newYear },
      { from: day('2026-08-13'), to: day('2026-08-15'), name: CLOSURES[language].summer },
      { from: day('2026-12-04'), to: day('2026-12-04'), name: CLOSURES[language].founding },
    ],
    floor: 5,
    agreedToThree: false,
    goals: { weeklyActive: 0.7, habitual: 0.5 },
    summaryHour: 9,
    workingHours: [
      { from: 540, to: 720 },
      { from: 780, to: 1080 },
    ],
    ...change,
  };
}

function departments(language: Language, count = 6, people = 12): DepartmentDto[] {
  const { departments: lines } = companyLines(language);
  return Array.from({ length: count }, (_, index) => ({
    id: `d${index}`,
    name: `${lines[index % lines.length]?.name ?? ''}${index < lines.length ? '' : ` ${index}`}`,
    closures:
      index === 4
        ? [{ from: day('2026-12-24'), to: day('2026-12-24'), name: CLOSURES[language].stock }]
        : [],
    target: 0.5,
    weeklyGoal: 3,
    goals: index === 0 ? { weeklyActive: 0.8, promptsPerMember: 10 } : {},
    members: roster(language, people).filter(
      ({ role, departmentId }) => role !== 'advisor' && departmentId === `d${index}`,
    ).length,
    placesLeft: index % 3,
    ...(index === 2 ? { weekdays: [2, 3, 4, 5, 6] as DepartmentDto['weekdays'] } : {}),
  }));
}

const NAMES = {
  ja: [
    '港 花子',
    '佐藤 桜',
    '山田 太郎',
    '鈴木 次郎',
    '勅使河原 権左衛門（関東第二営業本部・兼任）',
    '顧問 誠',
  ],
  en: [
    'Hana Minato',
    'Sakura Sato',
    'Taro Yamada',
    'Jiro Suzuki',
    'Wolfeschlegelsteinhausenbergerdorff-Montgomery',
    'Makoto Advisor',
  ],
} as const;

function roster(language: Language, count = 12): RosterEntry[] {
  return Array.from({ length: count }, (_, index): RosterEntry => {
    const role: Role = index === 0 ? 'owner' : index === 1 || index === 4 ? 'champion' : 'member';
    const name = NAMES[language][index % 6] ?? '';
    return {
      id: `m${index + 1}`,
      displayName: index < 6 ? name : `${name} ${index}`,
      role: index === 5 ? 'advisor' : role,
      departmentId: `d${index % 6}`,
      championOf: index === 1 ? ['d0', 'd2'] : index === 4 ? ['d3'] : [],
      joinedOn: addDays(TODAY, -index),
    };
  });
}

function framed(
  name: string,
  section: CompanySection,
  draw: (language: Language) => ReactNode,
  more: { readonly press?: string; readonly role?: Role } = {},
): GalleryState {
  const { press, role = 'owner' } = more;
  return {
    name,
    frame: 'page',
    ...(press === undefined ? {} : { press }),
    draw: (language) => (
      <OnBoard language={language} page="company" section={section} role={role}>
        {draw(language)}
      </OnBoard>
    ),
  };
}

const settings = (name: string, change: Partial<OrganisationReply> = {}, busy = false) =>
  framed(name, 'settings', (language) => (
    <OrganisationSettings
      organisation={organisation(language, change)}
      zones={ZONES}
      {...{ language, busy }}
      onSave={nothing}
    />
  ));

const calendar = (name: string, change: Partial<OrganisationReply> = {}, own = 6) =>
  framed(name, 'calendar', (language) => (
    <OrganisationCalendar
      organisation={organisation(language, change)}
      departments={departments(language, own)}
      today={TODAY}
      language={language}
      busy={false}
      onChange={nothing}
    />
  ));

const list = (name: string, count: number, press?: string) =>
  framed(
    name,
    'departments',
    (language) => (
      <Departments
        view={{
          organisation: organisation(language),
          departments: departments(language, count),
          members: roster(language),
          busy: undefined,
        }}
        language={language}
        deeds={{ onAdd: done, onChange: done, onClose: done }}
      />
    ),
    press === undefined ? {} : { press },
  );

const people = (name: string, view: { people?: number; count?: number; press?: string } = {}) =>
  framed(
    name,
    'members',
    (language) => (
      <Roster
        view={{
          departments: departments(language, view.count, view.people),
          members: roster(language, view.people),
          memberId: 'm1',
          busy: undefined,
        }}
        language={language}
        deeds={{ onChange: done, onRemove: done, devicesOf }}
      />
    ),
    view.press === undefined ? {} : { press: view.press },
  );

/** What stands where a department is closed, and the question before it is. */
function closings(): GalleryState[] {
  const state = (name: string, members: number, press?: string): GalleryState => ({
    name,
    frame: 'sheet',
    ...(press === undefined ? {} : { press }),
    draw: (language) => {
      const department = { name: companyLines(language).departments[3]?.name ?? '', members };
      return (
        <>
          {/* As on the page, where it stands below a department of the list. */}
          <h2 className="ui-hidden">{boardCompany[language].departments}</h2>
          <h3 className="ui-hidden">{department.name}</h3>
          <CloseDepartment {...{ department, language }} busy={false} onClose={done} />
        </>
      );
    },
  });
  return [
    state('department-closing', 0),
    state('department-closing-people', 4),
    state('department-closing-asked', 0, '.board-removal button'),
  ];
}

/** Somebody's devices in a row that is open, and the question before one of them is ended. */
function deviceLists(name: string, count: number): GalleryState[] {
  const draw = (language: Language) => (
    <div className="board-removal">
      <DeviceList
        name={NAMES[language][4]}
        devices={DEVICES.slice(0, count)}
        busy={false}
        language={language}
        onEnd={async () => nothing()}
      />
    </div>
  );
  const unasked = { name, frame: 'sheet', draw } as const;
  if (count === 0) return [unasked];
  return [unasked, { ...unasked, name: `${name}-asked`, press: '.board-devices button' }];
}

/** The owner's pages on the whole company, part by part. */
export default {
  area: 'board-company',
  states: [
    settings('settings'),
    settings('settings-agreed', {
      agreedToThree: true,
      floor: 8,
      goals: {},
      name: '関東広域開発工業株式会社ホールディングス・グループ本部事務局',
    }),
    settings('settings-busy', {}, true),
    calendar('calendar'),
    calendar(
      'calendar-empty',
      {
        closures: [],
        weekdays: [3],
        country: 'NZ',
        workingHours: [{ from: 600, to: 960 }],
      },
      1,
    ),
    list('departments', 6),
    list('departments-one', 1),
    list('departments-forty', 40),
    list('departments-open', 3, '.board-rows li:nth-of-type(3) button'),
    ...closings(),
    people('members'),
    people('members-only-you', { people: 1, count: 2 }),
    people('members-many', { people: 140, count: 40 }),
    people('members-open-champion', { press: '.board-rows li:nth-of-type(2) button' }),
    people('members-open-self', { press: '.board-rows li:nth-of-type(1) button' }),
    people('members-open-advisor', { press: '.board-rows li:nth-of-type(4) button' }),
    {
      name: 'member-removal',
      frame: 'sheet',
      press: '.board-removal:last-child button',
      draw: (language) => (
        <MemberForm
          member={roster(language)[4]!}
          isYou={false}
          departments={departments(language)}
          language={language}
          busy={false}
          devices={devicesOf()}
          onChange={nothing}
          onRemove={nothing}
        />
      ),
    },
    ...deviceLists('member-devices', 2),
    ...deviceLists('member-devices-last', 1),
    ...deviceLists('member-devices-none', 0),
    framed('loading', 'members', (language) => <output>{board[language].loading}</output>),
    framed('failed', 'members', (language) => (
      <Failed trouble={{ kind: 'unreachable' }} language={language} onRetry={nothing} />
    )),
    framed('not-owner', 'settings', (language) => <OwnersOnly isChampion language={language} />, {
      role: 'champion',
    }),
  ],
} satisfies GalleryArea;
