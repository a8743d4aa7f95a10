import { MonthChoice, SponsorMailState } from '../../../components/board/sponsor-mail.tsx';
import { SponsorSheet } from '../../../components/board/sponsor-sheet.tsx';
import type { SponsorMail, SponsorPage } from '../../../lib/contract/hub/sponsor.ts';
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
    <SponsorSheet page={inLanguage(language, page(language))} living language={language} foot="" />
  ));

const nothing = { untold: 0 };
const none = () => undefined;

/** The page of an owner: months that were sent above the sheet, the mail under it. */
const withMail = (name: string, mail: SponsorMail): GalleryState =>
  onBoard(name, 'month', (language) => (
    <>
      <div className="board-bar">
        <MonthChoice sent={mail.sent} month={mail.sent[0]} language={language} onMonth={none} />
      </div>
      <SponsorSheet
        page={inLanguage(language, fullMonth(NAMES[language]))}
        living={false}
        language={language}
        foot=""
      />
      <SponsorMailState mail={mail} language={language} busy={false} onChange={none} />
    </>
  ));

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
    month('going-on', (language) =>
      sponsorMonth(
        [
          { name: NAMES[language][0], missing: [], startedOn: '2026-06-15' as DayKey },
          { name: NAMES[language][1], missing: [], startedOn: '2026-06-01' as DayKey },
          { name: NAMES[language][2], missing: [], startedOn: '2026-05-11' as DayKey },
        ],
        { beside: 1 },
      ),
    ),
    month('hidden', (language) =>
      sponsorMonth([{ name: NAMES[language][2], missing: ['start'] }], {
        habitual: { untold: 2, goal: 0.6 },
        weeklyActive: { untold: 2 },
      }),
    ),
    withMail('owner', { active: true, hasAddress: true, sent: ['2026-10', '2026-09'] }),
    withMail('owner-without-address', { active: true, hasAddress: false, sent: [] }),
  ],
} satisfies GalleryArea;
