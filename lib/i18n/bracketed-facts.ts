import type { Language } from './language.ts';

/**
 * Short facts behind a value in one line: `（18 人中 67%、前の週 10 人）`, ` (67% of 18, week before: 10)`. Each is worded to stand alone
 * too, so an English one loses its capital here. Empty without any.
 */
export function bracketedFacts(facts: readonly string[], language: Language): string {
  if (facts.length === 0) return '';
  if (language === 'ja') return `（${facts.join('、')}）`;
  const small = facts.map((fact) => fact.slice(0, 1).toLowerCase() + fact.slice(1));
  return ` (${small.join(', ')})`;
}
