import { expect, it } from 'vitest';
import { damageWords } from './damage-words.ts';

it.each([
  [
    'minutes: invalid_type',
    '値の種類が違います（minutes）',
    'This is another kind of value (minutes)',
  ],
  [
    'rhythm.day: too_big',
    '大きすぎるか、数が多すぎます（rhythm.day）',
    'Too large, or too many (rhythm.day)',
  ],
  [': unrecognized_keys', 'この版が知らない項目です', 'This version does not know this entry'],
  [
    '2026-11-22.chatgpt.engagedSeconds',
    '決められた形になっていません（2026-11-22.chatgpt.engagedSeconds）',
    'Not in the form it must have (2026-11-22.chatgpt.engagedSeconds)',
  ],
  [
    '2026-11-22.chatgpt: fields',
    '決められた形になっていません（2026-11-22.chatgpt）',
    'Not in the form it must have (2026-11-22.chatgpt)',
  ],
  ['not an envelope', '決められた形になっていません', 'Not in the form it must have'],
  ['unreadable', '決められた形になっていません', 'Not in the form it must have'],
  ['a: toString', '決められた形になっていません（a）', 'Not in the form it must have (a)'],
  ['', '決められた形になっていません', 'Not in the form it must have'],
  [
    'version 2 could not be migrated',
    '前の版の Banso で保存された形から、読みかえられませんでした',
    'It was stored by an earlier Banso, and could not be carried over',
  ],
])('tells %j in words', (reason, ja, en) => {
  expect([damageWords(reason, 'ja'), damageWords(reason, 'en')]).toEqual([ja, en]);
});
