import { createRoot } from 'react-dom/client';
import type { Language } from '../../lib/i18n/language.ts';
import '../../components/ui/base.css';
import { AREAS } from './areas.ts';

declare global {
  interface Window {
    /** `area/name` of every state, for the scripts that visit them all. */
    galleryStates?: readonly { readonly id: string; readonly frame: string }[];
    /** Draws a state in a language; resolves when it is painted. */
    showState?: (id: string, language: Language) => Promise<void>;
  }
}

const states = AREAS.flatMap(({ area, states: all }) =>
  all.map((state) => ({ id: `${area}/${state.name}`, ...state })),
);
const root = createRoot(document.querySelector('#root')!);
let shown = 0;

async function show(id: string, language: Language): Promise<void> {
  const state = states.find((one) => one.id === id);
  if (state === undefined) throw new Error(`no such state: ${id}`);
  document.documentElement.lang = language;
  // Each time anew: what was pressed before would be closed by the next press.
  shown += 1;
  root.render(
    <div className={`gallery-${state.frame}`} key={`${id} ${shown}`}>
      {state.frame === 'sheet' && <h1 className="ui-hidden">{state.name}</h1>}
      {state.draw(language)}
    </div>,
  );
  await painted();
  if (state.press !== undefined) {
    document.querySelector<HTMLElement>(state.press)?.click();
    await painted();
  }
}

function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => requestAnimationFrame(() => resolve()), 20);
  });
}

window.galleryStates = states.map(({ id, frame }) => ({ id, frame }));
window.showState = show;

const wanted = new URLSearchParams(location.search);
const id = wanted.get('state');
if (id !== null) void show(id, wanted.get('lang') === 'en' ? 'en' : 'ja');
else if (!wanted.has('bare')) {
  root.render(
    <ul className="gallery-index">
      {states.flatMap((state) =>
        (['ja', 'en'] as const).map((language) => (
          <li key={`${state.id} ${language}`}>
            <a href={`?state=${state.id}&lang=${language}`}>
              {state.id} ({language})
            </a>
          </li>
        )),
      )}
    </ul>,
  );
}
