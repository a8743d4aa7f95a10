import { GapPanel } from '../../../components/board/gap-panel.tsx';
import { PulsePanel } from '../../../components/board/pulse-panel.tsx';
import type { GapReply } from '../../../lib/contract/hub/gap.ts';
import type { PulseReply } from '../../../lib/contract/hub/pulse.ts';
import { GAP_ACTIONS, type GapState } from '../../../lib/domain/gap.ts';
import type { DayKey } from '../../../lib/domain/day.ts';
import type { NotShown } from '../../../lib/domain/released.ts';
import { onBoard } from '../on-board.tsx';
import type { GalleryArea } from '../state.ts';

type Review = GapReply['now'];

const nothing = () => undefined;
const day = (key: string) => key as DayKey;
const figure = (low: number, high = low) => ({ shown: true as const, low, high, of: 18 });

/** Four weeks of eighteen people. */
function review(state: GapState, active: number, habitual: number): Review {
  return {
    from: '2026-W43',
    to: '2026-W46',
    active28: figure(active),
    habitual: figure(habitual, habitual < 3 ? 2 : habitual),
    topFifth: { shown: true, low: 0.45, high: 0.45 },
    gap: { shown: true, state, flagged: state === 'split', action: GAP_ACTIONS[state] },
    // Nothing was counted for a picture, so nothing had to pass the floor.
  } as Review;
}

function hidden(because: NotShown): Review {
  const none = { shown: false as const, because };
  const parts = { active28: none, habitual: none, topFifth: none, gap: none };
  return { from: '2026-W43', to: '2026-W46', ...parts } as Review;
}

const told = (state: GapState, more: Partial<GapReply> = {}): GapReply => ({
  now: review(state, 9, 6),
  before: {
    ...review('even', state === 'closing' ? 6 : 9, 4),
    from: '2026-W39' as Review['from'],
    to: '2026-W42' as Review['to'],
  },
  mayOffer: 'notCalledFor',
  ...more,
});

const untold = (because: NotShown): GapReply => ({
  now: hidden(because),
  before: hidden(because),
  mayOffer: 'notCalledFor',
});

const panel = (name: string, reply: GapReply, onOffer: (() => void) | undefined = nothing) =>
  onBoard(name, 'gap', (language) => <GapPanel {...{ reply, language, onOffer }} />);

type Month = PulseReply['now'];

const MEANS: Month = {
  shown: true,
  atLeast: 10,
  questions: {
    quality: { low: 3.5, high: 3.5, good: 'half' },
    effort: { low: 4, high: 5, good: 'most' },
    speed: { low: 4, high: 5 },
    productivity: { low: 3, high: 3 },
  },
};
const LESS: Month = {
  shown: true,
  atLeast: 5,
  questions: {
    quality: { low: 3, high: 3 },
    effort: { low: 1, high: 2.5 },
    speed: { low: 3.5, high: 5 },
    productivity: { low: 3, high: 3 },
  },
};
const FEW: Month = { shown: false, because: 'fewerThanFloor' };

const pulse = (name: string, now: Month, before: Month) =>
  onBoard(name, 'gap', (language) => (
    <PulsePanel reply={{ month: '2026-10', now, before }} language={language} />
  ));

/** The gap without names, and the pulse, in every state. */
export default {
  area: 'gap',
  states: [
    panel('split', told('split', { mayOffer: 'yes' })),
    panel(
      'mostly-unused-first',
      told('mostlyUnused', { mayOffer: 'yes', before: hidden('tooEarly') }),
    ),
    panel(
      'offer-stands',
      told('split', {
        mayOffer: 'stands',
        offer: { offeredOn: day('2026-11-16'), until: day('2026-11-29') },
        nextOfferFrom: day('2026-12-14'),
      }),
    ),
    panel(
      'offer-too-soon',
      told('split', { mayOffer: 'tooSoon', nextOfferFrom: day('2026-12-14') }),
    ),
    panel('closing', told('closing')),
    panel('concentrated', told('concentrated')),
    panel('even', told('even')),
    panel('too-few', untold('fewerThanTen')),
    panel('not-yet', untold('tooEarly')),
    panel('hidden', untold('complementary')),
    pulse('pulse', MEANS, LESS),
    pulse('pulse-first', MEANS, FEW),
    pulse('pulse-few-after', FEW, LESS),
    pulse('pulse-few', FEW, FEW),
  ],
} satisfies GalleryArea;
