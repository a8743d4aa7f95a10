import { expect, it } from 'vitest';
import { bracketedFacts } from './bracketed-facts.ts';

it('puts facts behind a value in one line, each beginning small in English', () => {
  const en = ['67% of 18', 'Week before: 10', 'Goal of 60% reached'];
  expect(bracketedFacts(en, 'en')).toBe(' (67% of 18, week before: 10, goal of 60% reached)');
  expect(bracketedFacts(['18 人中 67%', '前の週 10 人'], 'ja')).toBe(
    '（18 人中 67%、前の週 10 人）',
  );
});

it('says nothing without a fact', () => {
  expect([bracketedFacts([], 'ja'), bracketedFacts([], 'en')]).toEqual(['', '']);
});
