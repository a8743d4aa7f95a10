import { catalogue } from './language.ts';

/** Words for a drawn line: its labels, and what is read where it cannot be seen. */
export const lineWords = catalogue({
  ja: {
    today: '今日',
    kept: '訪問日',
    selfReported: '自己申告の訪問日',
    open: '今日はこれから',
    missed: 'あいた日',
    repaired: 'つなぎ',
    off: '休み',
    span: (weeks: number) => (weeks === 1 ? 'この 1 週間' : `この ${weeks} 週間`),
    count: (word: string, count: number) => `${word} ${count} 日`,
    separator: '、',
    sentence: (span: string, parts: string) => `${span}の線。${parts}。`,
    empty: 'まだ記録がありません',
    strength: (value: number) => `習慣の強さ 100 のうち ${value}`,
  },
  en: {
    today: 'today',
    kept: 'visited',
    selfReported: 'self-reported',
    open: 'today open',
    missed: 'missed',
    repaired: 'bridged',
    off: 'days off',
    span: (weeks: number) => (weeks === 1 ? 'this week' : `these ${weeks} weeks`),
    count: (word: string, count: number) => `${count} ${word}`,
    separator: ', ',
    sentence: (span: string, parts: string) => `The line of ${span}: ${parts}.`,
    empty: 'no records yet',
    strength: (value: number) => `Habit strength ${value} of 100`,
  },
});
