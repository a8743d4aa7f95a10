import type { Definition } from '../domain/department-summary.ts';
import type { Language } from './language.ts';
import { words, type Word } from './words.ts';

/** The three numbers' names and every definition of the foot (METRICS.md). */
export const summaryDefinitions: Readonly<Record<Language, Readonly<Record<Definition, Word>>>> = {
  ja: {
    M2: words.ja.visitDay,
    M3: {
      word: '1 人あたりの送信',
      meaning:
        'その週に稼働日があった人 1 人が、入力欄から送信した回数の平均です。文章は読みません。',
    },
    M4: words.ja.scheduledDay,
    M7: {
      word: '部署の線',
      meaning:
        '稼働日だった人の半分以上（目安は変えられます）に訪問日があると、その日がつながります。休みの人は数えません。',
    },
    M8: {
      word: '習慣になった人',
      meaning:
        '終わった 12 週のうち 9 週以上（はじめは 4 週すべて）使った人。マイクロソフトの区分と同じ決まりです。',
    },
    M9: {
      word: '使った人',
      meaning:
        'その週に AI を使った日（訪問日）が 1 日以上あった人。割合は、稼働日があった人のうちの数です。',
    },
    M10: {
      word: '使い方の差',
      meaning:
        '4 週ごとに、毎週使った人と使わなかった人の割合の動きを比べます。10 人以上で出します。',
    },
    P: {
      word: '人数の決まり',
      meaning:
        '数字は 5 人以上のまとまりでだけ出します（会社が 10 人まで上げられます。全員が同意すれば 3 人）。0% と 100% は「以下」「以上」で表し、個人が分からないようにしています。',
    },
  },
  en: {
    M2: words.en.visitDay,
    M3: {
      word: 'Prompts a person',
      meaning:
        'How often a person due to work that week submitted a text box, on average. The text is not read.',
    },
    M4: words.en.scheduledDay,
    M7: {
      word: 'The department’s line',
      meaning:
        'A day is kept when at least half (it can be set) of those due to work had a visit-day. People who are away are not counted.',
    },
    M8: {
      word: 'Habitual',
      meaning:
        'Active in at least 9 of the last 12 completed weeks (in the beginning 4 of 4). The rule is Microsoft’s.',
    },
    M9: {
      word: 'Active people',
      meaning:
        'People who used an AI tool on at least one day of the week (a visit-day). The share is of those with a scheduled day.',
    },
    M10: {
      word: 'Gap',
      meaning:
        'Every four weeks the shares of use in every week and of no use are compared. Shown from 10 people on.',
    },
    P: {
      word: 'Privacy floor',
      meaning:
        'A number is shown only for a group of 5 people or more (a company can ask for up to 10; if everybody agrees, 3 are enough). 0% and 100% appear as “at most” and “at least”, so that nobody can be told apart.',
    },
  },
};
