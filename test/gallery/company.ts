import type { TeamView } from '../../lib/app/team-view.ts';
import type { KeptLine, TeamLines } from '../../lib/contract/team.ts';
import { addDays, type DayKey } from '../../lib/domain/day.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { TODAY } from './person.ts';

/** Noon of the gallery's day in Tokyo. */
export const NOW_MS = Date.UTC(2026, 10, 25, 3);

const NAMES = {
  ja: ['営業部', '総務部', '関東第二営業本部・新規開拓推進グループ', '経理部', '製造部', '社長室'],
  en: [
    'Sales',
    'General affairs',
    'Second Kanto sales headquarters, new accounts group',
    'Accounting',
    'Manufacturing',
    'President’s office',
  ],
} as const;
/** Ends today; the weekend and 勤労感謝の日 are days off for all. */
const STATES = [
  'kkkkkffkkkmkffkkkkkffkkkkkfffko',
  'kmkmkffkmmmmffmkmkmffkkmkkfffkk',
  'mmmmmffmmmmmffmkmmmffmmmmmfffmo',
  'kkkkkffkkkkkffkkkkkffkkkkkfffkk',
] as const;

/** Departments' lines as they were fetched. */
export function companyLines(language: Language, count: number = STATES.length): TeamLines {
  const departments = NAMES[language].slice(0, count).map((name, index): KeptLine => {
    const states = STATES[index % STATES.length] ?? '';
    const isTiny = index === 5;
    return {
      id: `d${index}`,
      name,
      from: addDays(TODAY, 1 - states.length),
      states: isTiny ? '' : states,
      current: isTiny ? 0 : 9 - index,
      longest: isTiny ? 0 : 21,
      weeks: { current: 3, longest: 6 },
      ...(isTiny ? { hiddenBecause: 'fewerThanThree' as const } : {}),
      ...(index === 2 ? { hiddenBecause: 'fewerThanFloor' as const } : {}),
    };
  });
  return { at: NOW_MS - 600_000, today: TODAY, departments };
}

/** A company as a member of Sales sees it; `change` replaces parts. */
export function company(language: Language, change: Partial<TeamView> = {}): TeamView {
  return {
    team: {
      hubUrl: 'https://banso.minato.example',
      memberId: 'm1',
      role: 'member',
      organisation: {
        id: 'minato0000000000',
        name: language === 'ja' ? '株式会社みなと製作所' : 'Minato Works Ltd',
        timeZone: 'Asia/Tokyo',
        locale: language,
        country: 'JP',
      },
      department: { id: 'd0', name: NAMES[language][0] },
      championOf: [],
      joinedOn: '2026-08-03' as DayKey,
    },
    sync: { failures: 0, notBeforeMs: 0, succeededAt: NOW_MS - 600_000 },
    lines: companyLines(language),
    payloads: {},
    seenAtMs: NOW_MS,
    ...change,
  };
}
