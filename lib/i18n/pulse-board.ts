import type { ToldAnswers } from '../domain/pulse-disclosure.ts';
import { catalogue } from './language.ts';

/** The pulse on the board. */
export const pulseBoard = catalogue({
  ja: {
    heading: (month: string) => `${month}の 4 つの質問`,
    answered: (people: number) => `${people} 人以上が答えました。`,
    few: '答えた人が 5 人に満たない月は出しません（会社が人数を上げているときは、その人数です）。',
    quality: '仕上がりの質',
    effort: '手間の軽さ',
    speed: '速さ',
    productivity: 'はかどり',
    exactly: (points: string) => points,
    orMore: (points: string) => `${points} 以上`,
    orLess: (points: string) => `${points} 以下`,
    before: (value: string) => `前の月：${value}`,
    notShown: '—',
    good: {
      few: '4 か 5 の人は 3 分の 1 より少なめ',
      half: '4 か 5 の人は半分ほど',
      most: '4 か 5 の人は 3 分の 2 より多め',
    } satisfies Record<NonNullable<ToldAnswers['good']>, string>,
    counts: '何を数えているか',
    countsText:
      '月の 1 日から 14 日に、部署の人が自分の画面で答えたものです。1 は「悪くなった」、3 は「変わらない」、5 は「よくなった」。平均は 0.5 きざみで、両端はまとめます。だれの答えかは残さず、答える期間が終わった月だけを表示します。人事評価には使いません。',
  },
  en: {
    heading: (month: string) => `Four questions, ${month}`,
    answered: (people: number) => `${people} people or more answered.`,
    few: 'A month is shown once five people or more answered (or as many as your company asks for).',
    quality: 'Quality',
    effort: 'Ease',
    speed: 'Speed',
    productivity: 'Getting things done',
    exactly: (points: string) => points,
    orMore: (points: string) => `${points} or more`,
    orLess: (points: string) => `${points} or less`,
    before: (value: string) => `Month before: ${value}`,
    notShown: '—',
    good: {
      few: 'Fewer than a third gave 4 or 5',
      half: 'About half gave 4 or 5',
      most: 'More than two thirds gave 4 or 5',
    } satisfies Record<NonNullable<ToldAnswers['good']>, string>,
    counts: 'What this counts',
    countsText:
      'What people of the department answered on their own screens from the 1st to the 14th. 1 is worse, 3 the same, 5 better. Averages are rounded to half a point, with both ends joined. The hub keeps nobody’s answer, and a month is shown once its days are over. It is not used for evaluation.',
  },
});
