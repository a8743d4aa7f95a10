import type { CompanyGoal } from '../contract/hub/programme.ts';
import type { SponsorGood, SponsorNeed } from '../domain/sponsor-page.ts';
import { catalogue } from './language.ts';
import { programme } from './programme.ts';

/** Strings of the sponsor's month, on the board, on paper and in the mail alike. */
export const sponsor = catalogue({
  ja: {
    heading: (company: string, month: string) => `${company}　${month}のまとめ`,
    headingNow: (company: string) => `${company}　いまのようす`,
    asOf: (day: string, month: string) =>
      `${day} 現在のようすです。定例の回数は、${month}に開いたものです。`,
    subject: (company: string, month: string, first: string) =>
      `${company}の${month}のまとめ：${first}`,
    needsCount: (count: number) => `責任者の判断が要ることが ${count}\u00a0つあります`,
    needsNothing: 'いまは、責任者の判断が要ることはありません',
    goalHeading: '目標と、いま',
    noGoal: '目標はまだ決まっていません。',
    goalLine: (purpose: string, by: string, share: string) =>
      `${purpose}。${by}までに ${share} の人の習慣に`,
    goalLineAfter: (purpose: string, by: string, share: string) =>
      `${purpose}。${share} の人の習慣に。期日の ${by} は過ぎました。次の期日は「目標」のページで決められます。`,
    numbersOf: (week: string) => `${week}の週の数字です。`,
    nothingShown: '人数が少ないため、表示できません',
    goal: (share: string) => `目標 ${share}`,
    goalReached: (share: string) => `目標 ${share} に届いています`,
    untold: (count: number) => `人数の少ない ${count} 部署は入っていません`,
    needsHeading: '責任者の判断が要ること',
    needsLead: '推進担当者だけでは動かせないことを、重い順に並べています。',
    more: (count: number) => `ほかに ${count} つあります。上から順に進めましょう。`,
    wellHeading: 'うまくいったこと',
    wellNothing: 'まだありません。次の一歩は、定例を月に 2\u00a0回開くことです。',
    programmesHeading: '部署ごとの 16\u00a0週間',
    programmesNone: '目標に部署を入れると、ここに並びます。',
    goOn: (count: number) =>
      `16\u00a0週間を過ぎて、修了に向けて続けている部署が ${count}\u00a0つあります。`,
    beside: (count: number) => `目標に入っていない部署が ${count}\u00a0つあります。`,
    department: '部署',
    week: '週',
    habit: '習慣になった人',
    attached: '装着した業務',
    meetings: (month: string) => `${month}の定例`,
    exit: '修了と進み',
    ofMark: (now: string, mark: string) => `${now}（目安 ${mark}）`,
    notTold: '表示できません',
    times: (count: number) => `${count} 回`,
    works: (count: number) => `${count} 件`,
    weekOf: (week: number) => `${week} / 16`,
    weeksOver: '16\u00a0週間のあと',
    waiting: (day: string) => `${day} から`,
    notBegun: '始まっていません',
    stalledSince: (day: string) => `${day} から止まっています`,
    stalled: (fact: string) => `止まっています（${fact}）`,
    moving: '進んでいます',
    passedOn: (day: string) => `${day} に修了`,
    notPassed: '修了の条件には、まだ届いていません',
    alarm: '2\u00a0か月続けて目標を下回りました',
    whyYou: '責任者の方に、月に一度お送りしています。',
    mailOn: '毎月のはじめの稼働日に、このまとめがメールで届きます。',
    mailOff: 'メールは止めてあります。',
    mailNoAddress: 'メールアドレスを登録すると、毎月のはじめの稼働日に届きます。',
    mailStop: 'メールを止める',
    mailStart: 'メールで受け取る',
    mailStopped: 'メールを止めました。',
    mailStarted: '毎月メールでお届けします。',
    which: '表示する月',
    now: 'いま',
    asSent: (month: string) => `${month}（送った内容）`,
    asSentNote: 'メールで送ったときの内容です。そのあとの変化は入っていません。',
    stop: '毎月のまとめのメールを止める',
    stopAt: (url: string) => `毎月のまとめのメールを止める：${url}`,
  },
  en: {
    heading: (company: string, month: string) => `${company}, ${month}`,
    headingNow: (company: string) => `${company}, now`,
    asOf: (day: string, month: string) => `As of ${day}. Meetings are those held in ${month}.`,
    subject: (company: string, month: string, first: string) => `${company}, ${month}: ${first}`,
    needsCount: (count: number) =>
      count === 1
        ? 'One thing needs the sponsor’s authority'
        : `${count} things need the sponsor’s authority`,
    needsNothing: 'Nothing needs the sponsor’s authority now',
    goalHeading: 'The goal, and now',
    noGoal: 'There is no goal yet.',
    goalLine: (purpose: string, by: string, share: string) =>
      `${purpose}: a habit for ${share} of people by ${by}`,
    goalLineAfter: (purpose: string, by: string, share: string) =>
      `${purpose}: a habit for ${share} of people. Its date, ${by}, has gone by; the next one can be set on the page “Goal”.`,
    numbersOf: (week: string) => `These are the numbers of the week of ${week}.`,
    nothingShown: 'Too few people to be shown',
    goal: (share: string) => `Goal: ${share}`,
    goalReached: (share: string) => `Goal of ${share} reached`,
    untold: (count: number) =>
      count === 1 ? '1 small department is not in it' : `${count} small departments are not in it`,
    needsHeading: 'What needs the sponsor’s authority',
    needsLead: 'What a champion cannot move alone, the most pressing first.',
    more: (count: number) =>
      count === 1
        ? 'One more follows. Begin at the top.'
        : `${count} more follow. Begin at the top.`,
    wellHeading: 'What went well',
    wellNothing: 'Nothing yet. The next step is to hold two meetings a month.',
    programmesHeading: 'The sixteen weeks by department',
    programmesNone: 'Departments in the goal are listed here.',
    goOn: (count: number) =>
      count === 1
        ? 'One department is past the sixteen weeks and goes on towards the exit test.'
        : `${count} departments are past the sixteen weeks and go on towards the exit test.`,
    beside: (count: number) =>
      count === 1
        ? 'One department is not in the goal.'
        : `${count} departments are not in the goal.`,
    department: 'Department',
    week: 'Week',
    habit: 'With a habit',
    attached: 'Work attached',
    meetings: (month: string) => `Meetings in ${month}`,
    exit: 'Exit and progress',
    ofMark: (now: string, mark: string) => `${now} (mark: ${mark})`,
    notTold: 'Cannot be shown',
    times: (count: number) => String(count),
    works: (count: number) => String(count),
    weekOf: (week: number) => `${week} of 16`,
    weeksOver: 'After the sixteen',
    waiting: (day: string) => `From ${day}`,
    notBegun: 'Not begun',
    stalledSince: (day: string) => `Stalled since ${day}`,
    stalled: (fact: string) => `Stalled (${fact})`,
    moving: 'Moving',
    passedOn: (day: string) => `Passed on ${day}`,
    notPassed: 'The exit test is still open',
    alarm: 'Under the goal for two months',
    whyYou: 'You get this once a month as the sponsor.',
    mailOn: 'This comes by mail on the first working day of each month.',
    mailOff: 'The mail is stopped.',
    mailNoAddress: 'With a mail address it comes on the first working day of each month.',
    mailStop: 'Stop the mail',
    mailStart: 'Get it by mail',
    mailStopped: 'The mail is stopped.',
    mailStarted: 'It comes by mail each month.',
    which: 'Month to show',
    now: 'Now',
    asSent: (month: string) => `${month}, as sent`,
    asSentNote: 'As it was sent by mail. What changed since is not in it.',
    stop: 'Stop the monthly mail',
    stopAt: (url: string) => `Stop the monthly mail: ${url}`,
  },
});

/** What it is wanted for, as it begins a sentence. */
export const purposes: Readonly<Record<'ja' | 'en', Record<CompanyGoal['purpose'], string>>> =
  catalogue({
    ja: { sales: '売上を伸ばすため', efficiency: '仕事を軽くするため', hands: '人手を補うため' },
    en: {
      sales: 'For more sales',
      efficiency: 'To lighten the work',
      hands: 'To make up for too few people',
    },
  });

/** A need's sentences. */
interface NeedWords {
  readonly title: (department: string) => string;
  /** Why it stands still or how many meetings there were, where the rule has it; and the month that is told. */
  readonly why: (fact: string, month: string) => string;
  readonly todo: string;
}

/** What needs the sponsor's authority: what it is, why it is here, and the one thing to do. */
export const needs = catalogue<Record<SponsorNeed, NeedWords>>({
  ja: {
    noGoal: {
      title: () => '目標がありません',
      why: () => '目標がないと、推進担当者を任命できません。',
      todo: '「目標」のページで、何のために、どこまで、いつまでに、をひとつずつ決めましょう。',
    },
    noChampion: {
      title: (department) => `${department}に推進担当者がいません`,
      why: () => '目標に入っている部署ですが、後押しする人がまだ決まっていません。',
      todo: '仕事の流れを知っている人をひとり選び、月に 2\u00a0回の時間を渡して任命しましょう。',
    },
    notBegun: {
      title: (department) => `${department}がまだ始まっていません`,
      why: () => '推進担当者はいますが、16\u00a0週間の始まりの日が決まっていません。',
      todo: '推進担当者と、今月のうちのはじめの日をひとつ決めましょう。',
    },
    exitFailed: {
      title: (department) => `${department}の 16\u00a0週間が終わりました`,
      why: () => programme.ja.stillOpen,
      todo: 'このまま続けるか、目標を下げるか、業務を選び直すかを、推進担当者と 30\u00a0分で決めましょう。',
    },
    underGoal: {
      title: (department) => `${department}が 2\u00a0か月続けて目標を下回りました`,
      why: () => '修了したあとで、習慣になった人の割合が下がっています。',
      todo: '使われなくなった業務をひとつ選び直す時間を、部署に渡しましょう。',
    },
    standstill: {
      title: (department) => `${department}の進みが止まっています`,
      why: (reason) => `${reason}。推進担当者に知らせて 7\u00a0日以上たちました。`,
      todo: '推進担当者に、何が妨げかをひとつだけ聞き、その妨げを責任者が外しましょう。',
    },
    fewMeetings: {
      title: (department) => `${department}の定例が月に 2\u00a0回開かれていません`,
      why: (meetings, month) => `${month}は ${meetings}\u00a0回でした。`,
      todo: '定例の 30\u00a0分を、ほかの予定より先に取ってよいと、上長から伝えてもらいましょう。',
    },
  },
  en: {
    noGoal: {
      title: () => 'There is no goal',
      why: () => 'Without one no champion can be appointed.',
      todo: 'On the page “Goal”, settle what for, how far and by when: one of each.',
    },
    noChampion: {
      title: (department) => `${department} has no champion`,
      why: () => 'The goal names it, but nobody pushes there yet.',
      todo: 'Choose one person who knows the work, give them time for two meetings a month, and appoint them.',
    },
    notBegun: {
      title: (department) => `${department} has not begun`,
      why: () => 'It has a champion, but no first day of its sixteen weeks.',
      todo: 'Settle one first day within this month, together with the champion.',
    },
    exitFailed: {
      title: (department) => `The sixteen weeks of ${department} are over`,
      why: () => programme.en.stillOpen,
      todo: 'In half an hour with the champion, choose: go on as now, lower the goal, or change the work.',
    },
    underGoal: {
      title: (department) => `${department} was under the goal for two months`,
      why: () => 'The share with a habit fell after the exit test was passed.',
      todo: 'Give the department time to take up again one workflow that fell out of use.',
    },
    standstill: {
      title: (department) => `${department} has stalled`,
      why: (reason) => `${reason}. The champion was told seven days ago or more.`,
      todo: 'Ask the champion for the one thing in the way, and take it out of the way.',
    },
    fewMeetings: {
      title: (department) => `${department} does not meet twice a month`,
      why: (meetings, month) =>
        meetings === '0' ? `It did not meet in ${month}.` : `It met only once in ${month}.`,
      todo: 'Have their manager say that the half hour of the meeting goes before other appointments.',
    },
  },
});

/** What a sentence of what went well is made of: the department, its attached work, the month whose meetings are counted. */
interface GoodFacts {
  readonly department: string;
  readonly works: number;
  readonly month: string;
}

/** What went well, a sentence each. */
export const goods: Readonly<
  Record<'ja' | 'en', Record<SponsorGood, (facts: GoodFacts) => string>>
> = catalogue({
  ja: {
    passed: ({ department }) => `${department}が修了の条件を満たしました`,
    attached: ({ department, works }) =>
      `${department}で ${works}\u00a0件の業務が装着まで進んでいます`,
    onCourse: ({ department }) => `${department}は、習慣になった人の割合が目安に届いています`,
    twoMeetings: ({ department, month }) =>
      `${department}は${month}に、定例を 2\u00a0回以上開きました`,
  },
  en: {
    passed: ({ department }) => `${department} passed its exit test`,
    attached: ({ department, works }) =>
      works === 1
        ? `In ${department}, one workflow is attached`
        : `In ${department}, ${works} workflows are attached`,
    onCourse: ({ department }) => `In ${department}, the share with a habit is at the mark`,
    twoMeetings: ({ department, month }) => `${department} met at least twice in ${month}`,
  },
});
