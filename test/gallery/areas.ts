import type { GalleryArea } from './state.ts';

/** Every file in `states/`, so that a new one needs no entry anywhere. */
const files = import.meta.glob<{ default: GalleryArea }>('./states/*.tsx', { eager: true });

/** All areas, in the order of their files. */
export const AREAS: readonly GalleryArea[] = Object.values(files).map((file) => file.default);
