import type { RefusalReason } from '../contract/export-file.ts';
import { importRefusals } from './import-refusals.ts';
import { catalogue, type Language } from './language.ts';

const others = catalogue({
  ja: {
    notMigrated: '前の版の Banso で保存された形から、読みかえられませんでした',
    at: (words: string, field: string) => `${words}（${field}）`,
  },
  en: {
    notMigrated: 'It was stored by an earlier Banso, and could not be carried over',
    at: (words: string, field: string) => `${words} (${field})`,
  },
});

/** What a schema's rule means to a reader; every other rule is about the form. */
const RULES: Readonly<Record<string, RefusalReason>> = {
  invalid_type: 'wrongType',
  unrecognized_keys: 'unknownField',
  too_big: 'tooLarge',
  too_small: 'tooSmall',
};

/**
 * Why a stored item could not be read (`QuarantinedItem.reason`), in a sentence without its full stop, with the field
 * where one is known. A reason is kept as the parser gave it, `weeklyGoal: invalid_type`, so that a later version words
 * it anew; one that no parser of ours gives is told as being in the wrong form.
 */
export function damageWords(reason: string, language: Language): string {
  const t = others[language];
  if (reason.endsWith(' could not be migrated')) return t.notMigrated;
  const [, field, rule] = /^([\w.@:/-]*?)(?:: (\w+))?$/.exec(reason) ?? [];
  const known = rule !== undefined && Object.hasOwn(RULES, rule) ? RULES[rule] : undefined;
  const words = importRefusals[language][known ?? 'notAllowed'];
  // `unreadable` by itself is a rule, not a field.
  return field === undefined || field === '' || reason === 'unreadable'
    ? words
    : t.at(words, field);
}
