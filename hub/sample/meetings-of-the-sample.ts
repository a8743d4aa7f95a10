import type { Both, CastDepartment } from './people-of-the-sample.ts';

/** Something agreed in a meeting of the sample. Meetings are numbered from 0 in the order they are held. */
interface SampleAction {
  readonly text: Both;
  readonly assignee?: Both;
  readonly madeIn: number;
  /** The meeting by which it was done; never, without. */
  readonly doneIn?: number;
}

/** How a department of the sample meets. */
interface SampleMeetings {
  /** Minutes, meeting by meeting; a later meeting has none. */
  readonly minutes: readonly Both[];
  readonly actions: readonly SampleAction[];
  /** Meetings after which nobody met any more; it goes on without. */
  readonly stopsAfter?: number;
}

const sato: Both = { ja: '佐藤', en: 'Sato' };
const suzuki: Both = { ja: '鈴木', en: 'Suzuki' };
const tanaka: Both = { ja: '田中', en: 'Tanaka' };
const yamada: Both = { ja: '山田', en: 'Yamada' };

/** What was said and agreed in the departments that meet. Invented, as everybody in it. */
export const MEETINGS: Readonly<Partial<Record<CastDepartment['key'], SampleMeetings>>> = {
  growing: {
    minutes: [
      {
        ja: '目標を読み合わせた。はじめは「見積もり依頼への返信」ひとつにしぼる。高橋さんがやって見せた。',
        en: 'Read the goal together. We begin with one piece of work, replying to quote requests. Takahashi showed how.',
      },
      {
        ja: '三人が試した。下書きは早いが、金額が違うことがある。金額と納期は人が入れることにした。',
        en: 'Three tried it. The draft is quick, but sums can be wrong. Sums and dates are filled in by a person.',
      },
      {
        ja: '返信は半分の時間になった。二つめは商談メモ。録音は使わず、手書きのメモを貼る。',
        en: 'Replies take half the time. The second is writing up meetings: from the written notes, without recordings.',
      },
      {
        ja: '商談メモは項目が多すぎて止まる人がいた。決まったこと、宿題、次の日付の三つに減らす。',
        en: 'Some stopped at the meeting notes: too many fields. Cut to three: decided, homework, next date.',
      },
      {
        ja: '三つの項目で使われ出した。渡辺さんが中島さんに 10 分教えた。来月は週報も試す。',
        en: 'With three fields it is used. Watanabe taught Nakajima for ten minutes. Next month the weekly report too.',
      },
      {
        ja: '使う人が増え、質問も増えてきた。外出の多い二人は、移動の前に 1 回だけ使う形にする。',
        en: 'More of us use it, and ask more. The two who travel most use it once, before they leave.',
      },
      {
        ja: '見積書の型は、製造部の都合で次に持ちこす。新しく入った二人は、見積もりの返信から始める。',
        en: 'The form of quote is carried over: production has no time yet. The two newcomers begin with quote replies.',
      },
      {
        ja: '16 週間をふり返った。金額は人が入れる、週に一度は使う、の二つを続ける。経理部にも声をかける。',
        en: 'Looked back on the sixteen weeks. Two things stay: sums by a person, and once a week at least. Accounting is told how it went.',
      },
    ],
    actions: [
      {
        text: {
          ja: '三人に声をかけて、いっしょに一回ずつ試す',
          en: 'Ask three people and try it once with each',
        },
        madeIn: 0,
        doneIn: 1,
      },
      {
        text: {
          ja: '「金額と納期は書かない」をプロンプトに足す',
          en: 'Add “leave out sums and dates” to the prompt',
        },
        assignee: sato,
        madeIn: 1,
        doneIn: 2,
      },
      {
        text: {
          ja: '商談メモのプロンプトを三つの項目に直す',
          en: 'Cut the meeting notes’ prompt to three fields',
        },
        assignee: suzuki,
        madeIn: 2,
        doneIn: 4,
      },
      {
        text: { ja: '週報の見本を一つ作る', en: 'Make one sample of the weekly report' },
        assignee: tanaka,
        madeIn: 4,
        doneIn: 6,
      },
      {
        text: {
          ja: '見積書の型を製造部と合わせる',
          en: 'Agree on one form of quote with production',
        },
        assignee: sato,
        madeIn: 3,
      },
      {
        text: {
          ja: '新しく入った二人と、10 分ずつ試す',
          en: 'Ten minutes with each of the two newcomers',
        },
        madeIn: 5,
      },
    ],
  },
  split: {
    minutes: [
      {
        ja: '目標を読み合わせた。問い合わせへの返信から始める。使う人と使わない人が半々。',
        en: 'Read the goal together. We begin with answering enquiries. Half of us use it, half do not.',
      },
      {
        ja: '使う人の返信は早くなった。電話が中心の人には出番が少ない。電話のあとの記録で試す。',
        en: 'Answers got quicker for those who use it. Those on the phone have little use: try the notes after a call.',
      },
      {
        ja: '記録の下書きは好評。使っていない人と使っている人で、二人ずつ組むことにした。',
        en: 'Notes after a call went well. From now on in pairs: one who uses it, one who does not.',
      },
      {
        ja: '三組が一度ずつ試した。クレームの返信は、言い回しを責任者に確かめてから広げる。',
        en: 'Three pairs tried once. Replies to complaints: wording to be settled with the sponsor first.',
      },
    ],
    actions: [
      {
        text: {
          ja: '問い合わせへの返信を、五人で一週間試す',
          en: 'Five people try answering enquiries for a week',
        },
        assignee: yamada,
        madeIn: 0,
        doneIn: 1,
      },
      {
        text: {
          ja: '電話のあとの記録を、下書きにする型を作る',
          en: 'Make a form for the notes after a call',
        },
        madeIn: 1,
        doneIn: 2,
      },
      {
        text: {
          ja: '二人組の相手と、10 分だけいっしょに使う',
          en: 'Ten minutes together with one’s pair',
        },
        madeIn: 2,
      },
      {
        text: {
          ja: 'クレームの返信の言い回しを、責任者に確かめる',
          en: 'Settle the wording of complaint replies with the sponsor',
        },
        assignee: yamada,
        madeIn: 3,
      },
    ],
  },
  asleep: {
    minutes: [
      {
        ja: '目標を読み合わせた。手順書づくりから始める。',
        en: 'Read the goal together. We begin with writing procedures.',
      },
      {
        ja: '繁忙期に入り、試せたのは一人。次の定例の日は決めていない。',
        en: 'The busy season began; one person tried. No day is set for the next meeting.',
      },
    ],
    actions: [
      {
        text: {
          ja: '手順書をひとつ選び、下書きを作ってみる',
          en: 'Choose one procedure and have a draft made',
        },
        madeIn: 0,
      },
    ],
    stopsAfter: 2,
  },
};
