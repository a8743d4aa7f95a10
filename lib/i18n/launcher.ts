import type { Shortcut } from '../contract/settings.ts';
import type { SuggestionReason } from '../domain/suggestion.ts';
import { catalogue, type Language } from './language.ts';

/** Strings of the row in the chat page; the background hands them to the launcher, which holds none. */
export const launcher = catalogue({
  ja: {
    rowLabel: 'プロンプトの候補',
    openPalette: 'ほかのプロンプト',
    foldToday: '今日はたたむ',
    foldAlways: 'ずっとたたむ',
    more: '候補をたたむ',
  },
  en: {
    rowLabel: 'Suggested prompts',
    openPalette: 'More prompts',
    foldToday: 'Fold away for today',
    foldAlways: 'Fold away for good',
    more: 'Fold the suggestions away',
  },
});

/** Why a prompt is suggested, in a few words that stand beside its title. */
const reasons = catalogue({
  ja: {
    matchesDraft: '書きかけの文に近い',
    dueToday: '今日の業務',
    usedToday: '今日使った',
    usedThisWeek: '最近使った',
    usedLastWeek: '先週使った',
    usedOften: 'よく使う',
    atThisHour: 'いつもこの時間に使う',
    registered: '登録した業務',
    department: '部署で使っている',
    starter: 'はじめの一歩に',
  },
  en: {
    matchesDraft: 'close to your draft',
    dueToday: 'due today',
    usedToday: 'used today',
    usedThisWeek: 'used recently',
    usedLastWeek: 'used last week',
    usedOften: 'used often',
    atThisHour: 'usually at this hour',
    registered: 'your workflow',
    department: 'used in your department',
    starter: 'a first step',
  },
} satisfies Record<Language, Record<SuggestionReason, string>>);

/** One line that says why a prompt stands where it stands. */
export function reasonLine(reason: SuggestionReason, language: Language): string {
  return reasons[language][reason];
}

/** The shortcut as a person reads it: `Alt+P`, on a Mac `⌥P`. */
export function shortcutLabel(shortcut: Shortcut, isMac: boolean): string {
  const marks = isMac ? '⌃⌥⇧⌘' : ['Ctrl+', 'Alt+', 'Shift+', 'Win+'];
  const held = [shortcut.ctrl, shortcut.alt, shortcut.shift, shortcut.meta];
  const prefix = held.map((on, index) => (on ? marks[index] : '')).join('');
  return prefix + shortcut.code.replace(/^(Key|Digit)/, '');
}
