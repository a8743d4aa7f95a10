import { Popup, PopupFailed, type PopupLinks } from '../../../components/popup/popup.tsx';
import { viewPopup } from '../../../components/popup/popup-view.ts';
import type { PersonState } from '../../../lib/app/person-state.ts';
import { DEFAULT_SETTINGS } from '../../../lib/contract/settings.ts';
import { createCalendar } from '../../../lib/domain/calendar.ts';
import type { DayKey } from '../../../lib/domain/day.ts';
import { NO_NUDGES } from '../../../lib/domain/nudge.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { HOLIDAYS } from '../../../content/holidays.ts';
import {
  ledgerUntilYesterday,
  marked,
  person,
  prompts,
  TODAY,
  visits,
  workflows,
} from '../person.ts';
import type { GalleryArea, GalleryState } from '../state.ts';

const LINKS: PopupLinks = {
  dashboard: '#dashboard',
  workflows: '#workflows',
  newPrompt: () => '#prompt',
  prompt: () => '#own-prompt',
  settings: '#settings',
  data: '#data',
  team: '#team',
  help: '#help',
  boardHelp: '#board',
};

const NOTHING_SHARED: Omit<NonNullable<PersonState['shared']>, 'department'> = {
  workflows: [],
  prompts: [],
  notes: [],
  use: new Map(),
  notesSeen: {},
  setAside: 0,
  offered: new Set(),
};

const settings = (language: Language, change: Partial<PersonState['settings']>) => ({
  settings: { ...DEFAULT_SETTINGS, language, ...change },
});

function drawn(
  name: string,
  change: (language: Language) => Partial<PersonState> = () => ({}),
  closedTools: readonly string[] = [],
): GalleryState {
  return {
    name,
    frame: 'popup',
    draw: (language) => {
      const state = person(language, change(language));
      return (
        <Popup
          view={viewPopup(state, createCalendar(state.calendar, HOLIDAYS))}
          language={language}
          links={LINKS}
          access={{ closedTools, onAllow: () => undefined }}
          onCommand={async () => ({ ok: true })}
        />
      );
    },
  };
}

const withToday = (entries: PersonState['ledger'][DayKey]) => (language: Language) => ({
  ledger: { ...person(language).ledger, [TODAY]: entries },
});

/** The popup in every state of its own; what storage holds is made up here. */
export default {
  area: 'popup',
  states: [
    drawn('first-day', () => ({ startedOn: TODAY, ledger: {}, workflows: [], prompts: [] })),
    drawn('first-day-kept', (language) => ({
      startedOn: TODAY,
      ledger: { [TODAY]: visits({ chatgpt: 1 }, 1) },
      workflows: workflows(language, ['quote']),
      prompts: prompts(language, ['quote']),
    })),
    drawn('today-open'),
    drawn('tools-closed', () => ({}), ['ChatGPT', 'Gemini', 'Claude']),
    drawn('kept-today', withToday(visits({ chatgpt: 2 }, 4))),
    drawn('kept-three-tools', withToday(visits({ chatgpt: 12, claude: 3, gemini: 1 }, 9))),
    drawn('self-reported', withToday(marked('gemini'))),
    drawn('broken-line', () => ({
      ledger: ledgerUntilYesterday('kkkkk-- kkkkk-- kkkk.-- k-... -- ..... -- ..... -- -.'),
      startedOn: '2026-10-12' as DayKey,
    })),
    drawn('never-kept', () => ({ ledger: {}, startedOn: '2026-11-18' as DayKey })),
    drawn('day-off', () => ({
      calendar: { ...person('ja').calendar, leave: [{ from: TODAY, to: TODAY }] },
    })),
    drawn('day-off-used', (language) => ({
      ...withToday(visits({ claude: 1 }))(language),
      calendar: { ...person('ja').calendar, leave: [{ from: TODAY, to: TODAY }] },
    })),
    drawn('paused-today', (language) => settings(language, { paused: TODAY })),
    drawn('paused-always', (language) => settings(language, { paused: 'always' })),
    drawn('nothing-registered', () => ({ workflows: [], prompts: [] })),
    drawn('nothing-due', (language) => ({ workflows: workflows(language, ['closing']) })),
    drawn('anytime', (language) => ({
      workflows: workflows(language, ['approval', 'closing']),
      prompts: prompts(language, ['approval', 'closing']),
    })),
    drawn('nudge', (language) => ({
      workflows: workflows(language, ['quote']),
      prompts: prompts(language, ['quote']),
      nudges: { ...NO_NUDGES, waiting: true, lastOn: TODAY, workflowId: 'quote', copy: 0 },
    })),
    drawn('nudge-long-name', (language) => ({
      workflows: workflows(language, ['report']),
      prompts: prompts(language, ['report']),
      nudges: { ...NO_NUDGES, waiting: true, lastOn: TODAY, workflowId: 'report', copy: 3 },
    })),
    drawn('question', (language) => ({
      workflows: workflows(language, ['quote']),
      prompts: prompts(language, ['quote']),
      question: { about: 'helped', promptId: prompts(language, ['quote'])[0]!.id },
    })),
    drawn('invitation', (language) => ({
      workflows: workflows(language, ['quote']),
      prompts: prompts(language, ['quote']),
      question: { about: 'share', promptId: prompts(language, ['quote'])[0]!.id },
      shared: { ...NOTHING_SHARED, department: language === 'ja' ? '営業部' : 'Sales' },
    })),
    drawn('done-today', (language) => {
      const entry = visits({ chatgpt: 3 }, 5)['chatgpt']!;
      return {
        workflows: workflows(language, ['quote']),
        ledger: {
          ...person(language).ledger,
          [TODAY]: { chatgpt: { ...entry, runs: { quote: 1 } } },
        },
      };
    }),
    drawn('long-names', (language) => ({
      workflows: workflows(language, ['report', 'quote', 'minutes']),
      prompts: prompts(language, ['quote', 'minutes']),
    })),
    drawn('quarantined', () => ({
      quarantined: [
        { key: 'q:1', originalKey: 'days:2026-03', foundAt: 0, reason: 'not an object', value: 1 },
      ],
    })),
    drawn('no-room', () => ({ noRoom: true })),
    { ...drawn('ask'), press: '.popup-foot-item:nth-child(1)' },
    { ...drawn('self-report'), press: '.popup-foot-item:nth-child(2)' },
    { ...drawn('pause'), press: '.popup-foot-item:nth-child(3)' },
    { ...drawn('ticked'), press: '.popup-tick' },
    { ...drawn('definition'), press: '.popup-line .ui-definition' },
    {
      name: 'failed',
      frame: 'popup',
      draw: (language) => <PopupFailed language={language} onReload={() => undefined} />,
    },
  ],
} satisfies GalleryArea;
