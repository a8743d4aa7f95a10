import accounting from '../../../content/packs/accounting.json';
import sales from '../../../content/packs/sales.json';
import { Welcome, type WelcomeProps } from '../../../components/welcome/welcome.tsx';
import { outlineOf, type Pack } from '../../../lib/contract/pack.ts';
import { DEFAULT_SETTINGS } from '../../../lib/contract/settings.ts';
import type { GalleryArea, GalleryState } from '../state.ts';

/** The files are of the schema: `content/packs.test.ts` holds them. */
const PACKS = ([sales, accounting] as unknown as Pack[]).map(outlineOf);

function screen(name: string, change: Partial<WelcomeProps>): GalleryState {
  return {
    name,
    frame: 'page',
    draw: (language) => (
      <Welcome
        step={1}
        onStep={() => undefined}
        language={language}
        settings={DEFAULT_SETTINGS}
        weekdays={[1, 2, 3, 4, 5]}
        packs={PACKS}
        adopted={new Set()}
        dashboard="#"
        access={{ closedTools: [], onAllow: () => undefined }}
        onWeekdays={() => undefined}
        onCommand={async () => ({ ok: true })}
        onStart={() => undefined}
        {...change}
      />
    ),
  };
}

/** The three screens of the first run. */
export default {
  area: 'welcome',
  states: [
    screen('1-what-it-is', {}),
    screen('2-what-it-records', { step: 2 }),
    screen('3-set-up', { step: 3 }),
    screen('3-set-up-closed', {
      step: 3,
      access: { closedTools: ['Claude'], onAllow: () => undefined },
    }),
    screen('3-set-up-chosen', {
      step: 3,
      settings: { ...DEFAULT_SETTINGS, department: 'sales' },
      adopted: new Set(['sales/quote-reply']),
    }),
  ],
} satisfies GalleryArea;
