import type { ReactNode } from 'react';
import type { Language } from '../../lib/i18n/language.ts';

/** One screen or component in one state, as the gallery draws and checks it. */
export interface GalleryState {
  /** Kebab-case, unique in its area; becomes the picture's name. */
  readonly name: string;
  /** `popup` is drawn 360 px wide, `page` on the whole window, `sheet` with a margin around a component. */
  readonly frame: 'popup' | 'page' | 'sheet';
  readonly draw: (language: Language) => ReactNode;
  /** What is pressed after drawing, as a selector; the first match. */
  readonly press?: string | undefined;
}

/** The default export of a file in `states/`. */
export interface GalleryArea {
  readonly area: string;
  readonly states: readonly GalleryState[];
}
