import { settings } from './settings.ts';
import type { Language } from './language.ts';

const OFFERED = ['JP', 'US', 'GB', 'DE', 'FR', 'KR', 'TW', 'SG', 'VN', 'TH', 'IN', 'AU', 'CA'];

/** Countries to choose from in words, by ISO code; one that a file or a hub brings stays in the list. */
export function countryChoices(
  current: string,
  language: Language,
): { readonly value: string; readonly label: string }[] {
  const t = settings[language];
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return [...new Set([...OFFERED, current])].map((code) => ({
    value: code,
    label: code === 'JP' ? t.countryJapan : t.countryOther(names.of(code) ?? code, code),
  }));
}
