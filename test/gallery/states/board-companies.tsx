import { AddCompany } from '../../../components/board/add-company.tsx';
import { BoardFrame, boardPagesOf } from '../../../components/board/board-frame.tsx';
import { CompanyList, type ListedCompany } from '../../../components/board/company-list.tsx';
import { SponsorSheet } from '../../../components/board/sponsor-sheet.tsx';
import type { DayKey } from '../../../lib/domain/day.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { fullMonth, sponsorMonth } from '../../support/sponsor-months.ts';
import type { GalleryArea, GalleryState } from '../state.ts';

const NAMES = {
  ja: ['株式会社みなと製作所', '北野商事', '東日本カスタマーサポート協同組合', '南工務店'],
  en: ['Minato Works Ltd', 'Kitano Trading', 'Customer support cooperative of the east', 'Minami'],
} as const;
const DEPARTMENTS = {
  ja: ['営業部', '製造部', '経理部', '開発部'],
  en: ['Sales', 'Production', 'Accounting', 'Development'],
} as const;
const SENTENCES = {
  ja: '見積もりを半分の時間で返し、残業なしで月末を終える',
  en: 'Quotes in half the time, and a month’s end without overtime',
} as const;
const none = () => undefined;

const all = (language: Language) =>
  NAMES[language].map((name, index) => ({ id: `c${index}`, name }));

function listed(language: Language): ListedCompany[] {
  const pages = [
    fullMonth(DEPARTMENTS[language]),
    sponsorMonth([
      { name: DEPARTMENTS[language][0], missing: [], startedOn: '2026-08-24' as DayKey },
    ]),
    undefined,
    sponsorMonth([], { weeklyActive: { untold: 2 } }),
  ];
  return all(language).map((company, index) => {
    const page = pages[index];
    return {
      ...company,
      canLeave: index > 0,
      look:
        page === undefined
          ? { ok: false, trouble: { kind: 'unreachable' } }
          : { ok: true, value: page },
    };
  });
}

const list = (
  name: string,
  of: (language: Language) => readonly ListedCompany[],
  press?: string,
): GalleryState => ({
  name,
  frame: 'page',
  press,
  draw: (language) => (
    <BoardFrame
      language={language}
      organisation={NAMES[language][0]}
      departments={[]}
      departmentId={undefined}
      page="week"
      companies={{ here: 'c0', all: all(language), onCompany: none }}
      onDepartment={none}
    >
      <CompanyList
        companies={of(language)}
        language={language}
        onOpen={none}
        onLeave={async () => true}
      />
      <AddCompany language={language} busy={false} onAdd={none} />
    </BoardFrame>
  ),
});

export default {
  area: 'board-companies',
  states: [
    list('list', listed),
    list('leaving', listed, '.company-list li:nth-child(2) button:last-child'),
    list('asking', (language) => listed(language).map((each) => ({ ...each, look: undefined }))),
    list('empty', () => []),
    {
      name: 'switch',
      frame: 'page',
      draw: (language) => (
        <BoardFrame
          language={language}
          organisation={NAMES[language][2]}
          departments={[{ id: 'd0', name: language === 'ja' ? '営業部' : 'Sales' }]}
          departmentId="d0"
          page="month"
          pages={boardPagesOf('advisor')}
          companies={{ here: 'c2', all: all(language), onCompany: none }}
          onDepartment={none}
        >
          <SponsorSheet
            living
            page={sponsorMonth([], {
              company: NAMES[language][2],
              goal: {
                purpose: 'hands',
                sentence: SENTENCES[language],
                share: 0.6,
                by: '2027-03-31' as DayKey,
              },
            })}
            language={language}
            foot=""
          />
        </BoardFrame>
      ),
    },
  ],
} satisfies GalleryArea;
