import type { DepartmentAction } from '../domain/department-action.ts';
import type { Language } from './language.ts';

/** A recommended action with its reason and a message that can be sent as it is. */
export interface ActionWords {
  readonly title: string;
  readonly why: string;
  readonly message: string;
}

/** The recommended actions. */
export const actionWords: Readonly<
  Record<Language, Readonly<Record<DepartmentAction['code'], (people: number) => ActionWords>>>
> = {
  ja: {
    inviteColleagues: () => ({
      title: '同じ部署の人をもう 1 人さそう',
      why: 'もう何人かそろうと、部署の数字が出るようになります。',
      message:
        '仕事での AI の使い方を、部署で少しずつ試しています。参加すると、業務のひな形が使え、自分の続き具合が分かります。記録は本人にだけ見え、書いた内容は読みません。招待のリンクをお送りしますので、気軽に返信してください。',
    }),
    rest: () => ({
      title: '休み明けは、いつもの業務をひとつ',
      why: 'みなさん休みの週でした。急ぐことはありません。',
      message:
        '休み明けですので、いつもの業務をひとつだけ AI の下書きから始めてみませんか。ひな形は入力欄の上に出ます。',
    }),
    pairUp: () => ({
      title: '使い慣れた人と始めたばかりの人で、同じ業務をいっしょに',
      why: 'となりで見るのが、いちばん早い入口になります。',
      message:
        '今週 15 分だけ、2 人 1 組で同じ業務を AI と行う時間を作ります。ふだん使っている方は、いつもの手順をそのまま見せてください。参加できる方は返信で教えてください。',
    }),
    firstStepTogether: () => ({
      title: '15 分だけ集まって、業務をひとつ試す',
      why: 'この週に使った人は、少なめでした。入口はひとつで十分です。',
      message:
        '今週 15 分だけ集まって、みんなが毎週行っている業務をひとつ、AI で下書きしてみます。準備はいりません。都合のよい時間を返信で教えてください。',
    }),
    askWhatStoppedIt: (people) => ({
      title: '使いにくかった場面をたずねる',
      why: `この 4 週間に使い、この週は使わなかった人が ${people} 人以上います。`,
      message:
        '先週、AI を使いにくかった場面があれば教えてください。時間がない、うまくいかない、使う場面がない、どれでも助かります。一言の返信で十分です。',
    }),
    beginAgain: () => ({
      title: '明日の朝の業務をひとつ決める',
      why: '線がひと区切りになりました。続きはいつからでも始められます。',
      message:
        '明日の朝いちばんの業務をひとつ、AI の下書きから始めてみませんか。メールの返信、会議の要点、日報など、何でもかまいません。',
    }),
    registerRhythm: () => ({
      title: 'めぐってくる業務をひとつ登録する',
      why: '使う人は多くいます。決まった日に来る業務があると、習慣になりやすくなります。',
      message:
        '毎週や毎月行っている業務をひとつ教えてください。部署の業務として登録し、その日にひな形が出るようにします。',
    }),
    shareOneWorkflow: () => ({
      title: 'うまくいったプロンプトをひとつ分け合う',
      why: '使う日は続いています。使う場面をひとつ増やす番です。',
      message:
        '最近 AI でうまくいった業務があれば、使ったプロンプトをひとつ教えてください。部署のみんなが使えるように登録します。',
    }),
    tellTheOthers: () => ({
      title: '届いたことを伝え、となりの部署に渡す',
      why: '目標に届きました。',
      message:
        '先週、部署の目標に届きました。役に立った使い方をひとつ、返信で教えてください。となりの部署にも伝えます。',
    }),
    nextWorkflow: () => ({
      title: '次の業務をひとつ選ぶ',
      why: '使う場面は、業務をひとつ決めると見つけやすくなります。',
      message:
        '次に AI と試す業務をひとつ選びたいと思います。時間がかかっている業務、毎週くり返している業務があれば教えてください。',
    }),
  },
  en: {
    inviteColleagues: () => ({
      title: 'Bring in one more colleague',
      why: 'With a few more people the department gets numbers of its own.',
      message:
        'We are trying out AI in our daily work, a little at a time. If you join you get ready-made prompts for our workflows and see how your own use goes. Your record is visible to you alone, and what you write is never read. Shall I send you an invite?',
    }),
    rest: () => ({
      title: 'After the break, one familiar workflow',
      why: 'Everybody was off. There is no hurry.',
      message:
        'Back from the break: how about starting just one familiar piece of work with an AI draft? The prompt is waiting above the text box.',
    }),
    pairUp: () => ({
      title: 'Pair a practised person with a new one on the same workflow',
      why: 'Watching a neighbour is the quickest way in.',
      message:
        'This week let us take 15 minutes in pairs to do one piece of work with AI. If you use it already, just show how you do it. Reply if you can join.',
    }),
    firstStepTogether: () => ({
      title: 'Meet for 15 minutes and try one workflow together',
      why: 'Few used it this week, and one way in is enough.',
      message:
        'Let us meet for 15 minutes this week and draft one piece of weekly work with AI. Nothing to prepare. Reply with a time that suits you.',
    }),
    askWhatStoppedIt: (people) => ({
      title: 'Ask what got in the way',
      why: `At least ${people} people used it in the last four weeks and not in this one.`,
      message:
        'If there was a moment last week when AI was no help, tell me: no time, no luck, no occasion. One line is plenty.',
    }),
    beginAgain: () => ({
      title: 'Pick one piece of work for tomorrow morning',
      why: 'A line came to a rest. It can go on any day.',
      message:
        'How about starting tomorrow’s first piece of work with an AI draft: a reply, the points of a meeting, a daily report?',
    }),
    registerRhythm: () => ({
      title: 'Register one workflow that comes round',
      why: 'Many use it. Work with a set day turns use into a habit.',
      message:
        'Tell me one piece of work you do every week or month. I will register it for the department, so that its prompt appears on the day.',
    }),
    shareOneWorkflow: () => ({
      title: 'Share one prompt that worked',
      why: 'Use is steady. It is time for one more occasion.',
      message:
        'If AI helped you with a piece of work lately, send me the prompt you used. I will register it for everybody.',
    }),
    tellTheOthers: () => ({
      title: 'Say that the goal is reached, and pass it on',
      why: 'A goal was reached.',
      message:
        'We reached the department’s goal last week. Reply with one use that helped you, and I will pass it on to the department next door.',
    }),
    nextWorkflow: () => ({
      title: 'Choose the next workflow',
      why: 'Occasions to use it are easier to find in a chosen piece of work.',
      message:
        'I would like to choose the next piece of work to try with AI. Which one takes long, or comes back every week?',
    }),
  },
};
