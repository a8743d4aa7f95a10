import { SponsorSheet } from '../../../components/board/sponsor-sheet.tsx';
import type { SponsorPage } from '../../../lib/contract/hub/sponsor.ts';
import type { DayKey } from '../../../lib/domain/day.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { fullMonth, sponsorMonth } from '../../support/sponsor-months.ts';
import { company } from '../company.ts';
import { onBoard } from '../on-board.tsx';
import type { GalleryArea, GalleryState } from '../state.ts';

const NAMES = {
  ja: ['営業部', '製造部', '経理部', '東日本カスタマーサクセス推進室'],
  en: ['Sales', 'Production', 'Accounting', 'Customer success for the eastern regions'],
} as const;

const inLanguage = (language: Language, page: SponsorPage): SponsorPage => ({
  ...page,
  company: company(language).team.organisation.name,
  ...(page.goal === undefined || language === 'ja'
    ? {}
    : {
        goal: {
          ...page.goal,
          sentence: 'Quotes in half the time, and a month’s end without overtime',
        },
      }),
});

const month = (name: string, page: (language: Language) => SponsorPage): GalleryState =>
  onBoard(name, 'month', (language) => (
    <SponsorSheet page={inLanguage(language, page(language))} language={language} foot="" />
  ));

const nothing = { untold: 0 };

export default {
  area: 'board-month',
  states: [
    month('full', (language) => fullMonth(NAMES[language])),
    month('all-well', (language) =>
      sponsorMonth([{ name: NAMES[language][1], missing: [], startedOn: '2026-08-24' as DayKey }], {
        beside: 0,
        habitual: { share: { low: 12, high: 12, of: 18 }, untold: 0, goal: 0.6, reached: 'yes' },
      }),
    ),
    month('no-goal', () =>
      sponsorMonth([], { goal: undefined, beside: 3, habitual: nothing, weeklyActive: nothing }),
    ),
    month('hidden', (language) =>
      sponsorMonth([{ name: NAMES[language][2], missing: ['start'] }], {
        habitual: { untold: 2, goal: 0.6 },
        weeklyActive: { untold: 2 },
      }),
    ),
  ],
} satisfies GalleryArea;
