import type { ChipStrings } from '../contract/work-messages.ts';
import { catalogue, type Language } from './language.ts';

/** Strings of the chip on a work site; the background hands them to the page's script, which holds none. */
export const chip = catalogue({
  ja: {
    label: 'Banso：この業務の下書き',
    draft: 'AI で下書き',
    more: '表示を減らす',
    close: '閉じる',
    notToday: '今日は出さない',
    muteSite: 'このサイトでは出さない',
    muteWork: 'この業務では出さない',
    off: 'どのサイトでも出さない',
  },
  en: {
    label: 'Banso: draft this work',
    draft: 'Draft with AI',
    more: 'Show less',
    close: 'Close',
    notToday: 'Not today',
    muteSite: 'Not on this site',
    muteWork: 'Not for this work',
    off: 'On no site',
  },
} satisfies Record<Language, ChipStrings>);
