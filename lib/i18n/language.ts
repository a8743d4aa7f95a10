import type { Language } from '../contract/settings.ts';

export type { Language };

/** One area's strings: English must have exactly the keys and parameters of Japanese. */
export interface Catalogue<T> {
  readonly ja: T;
  readonly en: T;
}

/**
 * Declares an area's strings, e.g. `export const popup = catalogue({ ja: { title: '…' }, en: { title: '…' } })`.
 * Strings with a number or name in them are functions. Both languages stand side by side in one file per screen.
 */
export function catalogue<T extends Record<string, unknown>>(strings: {
  readonly ja: T;
  readonly en: { readonly [K in keyof T]: T[K] extends string ? string : T[K] };
}): Catalogue<T> {
  return strings as Catalogue<T>;
}

/** The language to show: the person's choice, else Japanese when the browser prefers it, else English. */
export function chooseLanguage(
  setting: 'auto' | Language,
  browserLanguages: readonly string[],
): Language {
  if (setting !== 'auto') return setting;
  return browserLanguages.some((tag) => tag.toLowerCase().startsWith('ja')) ? 'ja' : 'en';
}
