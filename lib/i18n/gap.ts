import type { GapPanelState } from '../domain/gap-panel.ts';
import type { MayOffer } from '../domain/offer.ts';
import { catalogue } from './language.ts';

/** What a state of the gap says and the one thing it asks for. */
export interface GapStateWords {
  readonly says: string;
  readonly title: string;
  readonly why: string;
  /** The link or the button that does it. */
  readonly act: string;
}

/** The gap panel's states (METRICS.md M10): a sentence each, and one thing to do. */
export const gapStates = catalogue({
  ja: {
    split: {
      says: '毎週使う人が増える一方、使わない人はそのままです。',
      title: '10 分だけ、いっしょにやってみる',
      why: 'となりで見るのが、いちばん早い入口です。誘いは、まだ始めていない人と、しばらく離れている人の画面にだけ出ます。',
      act: '10 分の誘いを出す',
    },
    mostlyUnused: {
      says: 'この 4 週間は、使わなかった人が半分以上です。',
      title: '10 分だけ、いっしょにやってみる',
      why: '入口はひとつで十分です。誘いは、まだ始めていない人と、しばらく離れている人の画面にだけ出ます。',
      act: '10 分の誘いを出す',
    },
    closing: {
      says: '使わない人が減ってきています。',
      title: 'うまくいったことを、次の定例で話す',
      why: 'いまの進め方が合っています。言葉にしておくと続きます。',
      act: '定例を開く',
    },
    concentrated: {
      says: '使う日の半分以上を、よく使う人が占めています。',
      title: 'よく使う人のプロンプトを、ひとつ共有にする',
      why: '同じ入口があると、ほかの人も使う場面が見つかります。',
      act: '共有を開く',
    },
    even: {
      says: '使い方のかたよりは大きくありません。',
      title: '次の業務をひとつ選ぶ',
      why: '一部の人だけに集まってはいません。次は、ひとつの業務で使い方を深める番です。',
      act: '業務の装着を開く',
    },
    tooFew: {
      says: '広がりは、10 人以上の部署で出します。',
      title: 'まだ入っていない人がいれば、さそう',
      why: '少ない人数では、だれのことか分かってしまうためです。全員がそろっている部署では、線と業務の装着を見ます。',
      act: '招待を開く',
    },
    notYet: {
      says: '4 週間の記録がそろうと出ます。',
      title: 'いまは部署の線を見る',
      why: '線は 1 日ごとに伸びます。急ぐことはありません。',
      act: '今週を開く',
    },
    hidden: {
      says: 'ほかの人の数字を守るため、この 4 週間は出していません。',
      title: 'いまは部署の線を見る',
      why: '線なら、人数が少なくても続き具合が分かります。',
      act: '今週を開く',
    },
  } satisfies Record<GapPanelState, GapStateWords>,
  en: {
    split: {
      says: 'More people use it every week, while non-use stays as it is.',
      title: 'Ten minutes together',
      why: 'Watching somebody at work is the quickest way in. The offer shows only to those who have not begun or have stopped.',
      act: 'Offer ten minutes',
    },
    mostlyUnused: {
      says: 'Half of the people or more did not use it in these four weeks.',
      title: 'Ten minutes together',
      why: 'One way in is enough. The offer shows only to those who have not begun or have stopped.',
      act: 'Offer ten minutes',
    },
    closing: {
      says: 'Non-use is falling.',
      title: 'Tell at the next meeting what went well',
      why: 'What you are doing works. Putting it into words makes it last.',
      act: 'Open the meetings',
    },
    concentrated: {
      says: 'The most active hold half of the use or more.',
      title: 'Share one prompt of somebody who uses it often',
      why: 'With the same way in, others find where it helps them.',
      act: 'Open what is shared',
    },
    even: {
      says: 'Use is spread fairly evenly.',
      title: 'Choose the next workflow',
      why: 'Use is not left to a few. Now one piece of work can go deeper.',
      act: 'Open attachment',
    },
    tooFew: {
      says: 'The spread is shown for departments of ten or more.',
      title: 'Invite whoever has not joined yet',
      why: 'With fewer, everybody would know who is meant. Once everybody has joined, look at the line and at attachment.',
      act: 'Open the invites',
    },
    notYet: {
      says: 'Shown once there are four weeks to look back on.',
      title: 'For now, look at the department’s line',
      why: 'A line grows day by day. There is no hurry.',
      act: 'Open the week',
    },
    hidden: {
      says: 'Not shown for these four weeks, to keep others’ numbers private.',
      title: 'For now, look at the department’s line',
      why: 'A line shows how it is going even with few people.',
      act: 'Open the week',
    },
  } satisfies Record<GapPanelState, GapStateWords>,
});

/** Why an offer cannot be made just now. */
export const mayOfferWords = catalogue({
  ja: {
    yes: () => '',
    stands: (until: string) =>
      `誘いを出しています（${until} まで）。「お願いします」の返事は、質問の欄に届きます。`,
    tooSoon: (from: string) => `前の誘いから 4 週間たつと、また出せます（${from} から）。`,
    notCalledFor: () => '',
  } satisfies Record<MayOffer, (day: string) => string>,
  en: {
    yes: () => '',
    stands: (until: string) =>
      `An offer is out (until ${until}). A “yes please” arrives among the questions.`,
    tooSoon: (from: string) => `Four weeks after the last one another can be made (from ${from}).`,
    notCalledFor: () => '',
  } satisfies Record<MayOffer, (day: string) => string>,
});

/** The gap panel's other words. */
export const gapPanel = catalogue({
  ja: {
    heading: '使い方の広がり',
    span: (from: string, to: string) => `${from}〜${to}`,
    topFifth: 'よく使う 5 分の 1',
    topFifthMeaning:
      'みんなの訪問日を足したうち、いちばん使った 5 分の 1 の人が占める割合。20% に近いほど、かたよりがありません。',
    nonUsers: '使わなかった人',
    nonUsersMeaning:
      '4 週間に訪問日が 1 日もなかった人の割合。入って 4 週間たっていない人は数えません。',
    habitual: '毎週使った人',
    habitualMeaning: '4 週続けて、どの週も訪問日があった人の割合。',
    before: (value: string) => `前の 4 週間：${value}`,
    notShown: '—',
    counts: '何を数えているか',
    countsText:
      '終わった 4 週間を、4 週ごとに見ます。数字は人数の決まりを通したものだけで、だれが使ったかは、推進担当者にも責任者にも出ません。人事評価には使いません。',
    next: '次にすること',
    private:
      'だれに出たか、何人に出たかは、あなたにもハブにも分かりません。返事をしない人のことも伝わりません。',
    offered: '誘いを出しました。返事は質問の欄に届きます。',
    questions: '質問を開く',
  },
  en: {
    heading: 'How use is spread',
    span: (from: string, to: string) => `${from} – ${to}`,
    topFifth: 'Most active fifth',
    topFifthMeaning:
      'The share of everybody’s visit-days that belongs to the most active fifth. Near 20% it is even.',
    nonUsers: 'Did not use it',
    nonUsersMeaning:
      'The share of people without a visit-day in the four weeks. Those who joined within them are not counted.',
    habitual: 'Used every week',
    habitualMeaning: 'The share of people with a visit-day in each of the four weeks.',
    before: (value: string) => `Four weeks before: ${value}`,
    notShown: '—',
    counts: 'What this counts',
    countsText:
      'Four completed weeks, looked at every fourth week. Every number has passed the privacy floor; who used it is shown neither to champions nor to the sponsor. It is not used for evaluation.',
    next: 'Next step',
    private:
      'Neither you nor the hub can tell who sees it, or how many. Nothing is told of those who do not answer.',
    offered: 'The offer is out. Answers arrive among the questions.',
    questions: 'Open the questions',
  },
});
