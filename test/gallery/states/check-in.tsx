import { CheckInCard, type ToAsk } from '../../../components/popup/check-in-cards.tsx';
import { Popup, type PopupLinks } from '../../../components/popup/popup.tsx';
import { viewPopup } from '../../../components/popup/popup-view.ts';
import { AsksFields } from '../../../components/settings/asks-fields.tsx';
import { HOLIDAYS } from '../../../content/holidays.ts';
import { DEFAULT_ASKS } from '../../../lib/contract/settings.ts';
import { createCalendar } from '../../../lib/domain/calendar.ts';
import type { DayKey } from '../../../lib/domain/day.ts';
import { company } from '../company.ts';
import { person } from '../person.ts';
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

const OFFER: ToAsk = {
  kind: 'offer',
  offer: { offeredOn: '2026-11-16' as DayKey, until: '2026-11-29' as DayKey },
};

const PULSE: ToAsk = { kind: 'pulse', month: '2026-11' };

const asked = (name: string, ask: ToAsk, press?: string): GalleryState => ({
  name,
  frame: 'popup',
  press,
  draw: (language) => {
    const state = person(language, { ledger: {} });
    return (
      <Popup
        view={viewPopup(state, createCalendar(state.calendar, HOLIDAYS))}
        language={language}
        links={LINKS}
        access={{ closedTools: [], onAllow: () => undefined }}
        team={company(language)}
        checkIn={(send) => <CheckInCard {...{ ask, language, send }} />}
        onCommand={async () => ({ ok: true })}
      />
    );
  },
});

/** What the popup asks besides the person's work, and where it is switched off. */
export default {
  area: 'check-in',
  states: [
    asked('offer', OFFER),
    asked('pulse', PULSE),
    asked('pulse-missing', PULSE, '.popup-question .ui-button:not(.ui-button-plain)'),
    asked('pulse-chosen', PULSE, '.popup-points:nth-of-type(2) label:nth-of-type(4)'),
    asked('offer-put-away', OFFER, '.popup-question .ui-button-plain'),
    {
      name: 'settings',
      frame: 'sheet',
      draw: (language) => (
        <AsksFields asks={DEFAULT_ASKS} language={language} onChange={() => undefined} />
      ),
    },
  ],
} satisfies GalleryArea;
