import type { ProgrammeReply, ProgrammeViewDto } from '../contract/hub/programme.ts';
import type { ProgrammeStage } from '../domain/programme.ts';
import type { StallReason } from '../domain/programme-stall.ts';
import type { ProgrammeWeek } from '../domain/programme-view.ts';
import { catalogue } from './language.ts';

/** Strings of the board's page of the sixteen weeks (METRICS.md M14). */
export const programme = catalogue({
  ja: {
    toBegin: '16\u00a0週間を始める前に',
    toBeginLead:
      '目標、業務、推進担当者、始まりの日の順に決めます。四つがそろってから始めると、途中で止まりにくくなります。',
    done: '済み',
    next: '次にすること',
    missing_goal: '目標を決める',
    missing_goalLead: '責任者が、何のために、いつまでに、どこまでかを決め、この部署を選びます。',
    missing_goalAction: '目標へ',
    missing_workflow: '業務をひとつ登録する',
    missing_workflowLead: 'はじめに AI を使う、くり返しの仕事です。推進担当者が後押しします。',
    missing_workflowAction: '業務とプロンプトへ',
    missing_champion: '推進担当者を任命する',
    missing_championLead: '責任者が「目標」のページで任命します。',
    missing_championAction: '目標へ',
    missing_start: '始まりの日を決める',
    missing_startLead: '定例は月に 2\u00a0回です。はじめの定例ができる週を選びましょう。',
    startOn: '始まりの日',
    startWrong: '今日から 3\u00a0か月以内の日を選んでください。',
    start: 'この日に始める',
    startedSaid: '16\u00a0週間を始めました。',
    champion: (name: string) => `推進担当者　${name}`,

    waiting: (day: string) => `${day} に始まります`,
    running: (week: number) => `第 ${week} 週（16\u00a0週間）`,
    passed: (day: string) => `${day} の定例で、修了の条件を満たしました`,
    over: '16\u00a0週間が終わりました',
    stillOpen:
      '修了の条件には、まだ届いていません。定例を続け、2\u00a0回続けて目標に届くと修了です。',
    lineHeading: '16\u00a0週間の線',
    lineLegend:
      '塗った点は線がつながった週です。上の印は部署の定例で、塗ったものは開いた回、輪郭だけのものはこれからの回、短い線は開かなかった回です。',
    week: (week: number) => `第 ${week} 週`,
    meeting_held: '定例を開いた',
    meeting_planned: '定例の予定',
    meeting_missed: '予定の定例は開かれなかった',

    expectedHeading: 'この週の目安と、いま',
    measure: '見るもの',
    expected: 'この週の目安',
    actual: 'いま',
    habit: '習慣になった人の割合',
    meetings: '開いた定例',
    tried: '試行まで進んだ業務',
    attached: '装着まで進んだ業務',
    times: (count: number) => `${count} 回`,
    works: (count: number) => `${count} 件`,
    nothingYet: 'これから',
    notTold: '表示できません',
    onCourse_yes: '目安に届いています',
    onCourse_no: '目安に届いていません',
    onCourse_unknown: '人数が少ないため、届いたかどうかは表示できません',
    goalIs: (share: string) => `目標は ${share}`,
    goalPassed: (share: string) =>
      `目標 ${share} で見ています。修了したあとで目標が上がっても、修了は変わりません。`,

    stalledHeading: '16\u00a0週間の進みが止まっています',
    stalledHeadingAfter: '進みが止まっています',
    because: (why: string, fact: string) => `${why}（${fact}）`,
    since: (day: string) => `${day} から`,
    lastMeeting: (day: string) => `最後の定例：${day}`,
    firstToCome: 'はじめの定例はこれからです',
    sponsorTold:
      '7\u00a0日以上続いています。推進担当者の次に、責任者にもメールでお知らせします。要る権限や時間は、ひとつ選んで責任者に頼むと早く進みます。',
    sponsorFrom: (day: string) =>
      `推進担当者にメールでお知らせします。${day} になっても続いていたら、責任者にもお知らせします。`,

    exitHeading: '修了の条件',
    exitRule: '続けて 2\u00a0回の定例で、習慣になった人の割合が目標に届くと修了です。',
    exitPassed: '満たしました。',
    meetingLine: (day: string, week: string) => `${day} の定例（${week}の週）`,
    reached_yes: '目標に届いています',
    reached_no: '目標に届いていません',
    reached_unknown: '人数が少なく、どちらとも言えません',
    reached_none: '割合を表示できません',

    watchHeading: 'その後の見守り',
    watchLead: '月に一度、割合を目標と比べます。2\u00a0か月続けて下回ると、お知らせします。',
    watchNone: 'はじめの月が終わると、ここに出ます。',
    alarm:
      '2\u00a0か月続けて目標を下回りました。次の定例で、使われなくなった業務か、まだ試していない業務をひとつ選びましょう。',
  },
  en: {
    toBegin: 'Before the sixteen weeks',
    toBeginLead:
      'Goal, work, champion and first day, in this order. With all four in place it is less likely to stop halfway.',
    done: 'Done',
    next: 'Do this next',
    missing_goal: 'Set a goal',
    missing_goalLead: 'The sponsor says what for, by when and how far, and names this department.',
    missing_goalAction: 'To the goal',
    missing_workflow: 'Register a workflow',
    missing_workflowLead: 'It is what the champion will push.',
    missing_workflowAction: 'To work and prompts',
    missing_champion: 'Appoint a champion',
    missing_championLead: 'The sponsor appoints one on the page “Goal”.',
    missing_championAction: 'To the goal',
    missing_start: 'Choose the day it begins',
    missing_startLead:
      'There are two meetings a month. Choose a week in which the first can be held.',
    startOn: 'First day',
    startWrong: 'Choose a day within the next three months.',
    start: 'Begin on this day',
    startedSaid: 'The sixteen weeks have begun.',
    champion: (name: string) => `Champion: ${name}`,

    waiting: (day: string) => `Begins on ${day}`,
    running: (week: number) => `Week ${week} of 16`,
    passed: (day: string) => `Passed at the meeting of ${day}`,
    over: 'The sixteen weeks are over',
    stillOpen:
      'The exit test is still open. Keep meeting: two meetings in a row at the goal pass it.',
    lineHeading: 'The line of sixteen weeks',
    lineLegend:
      'A filled dot is a week that was kept. Above it are the department’s meetings: filled when held, hollow when to come, a short stroke where none was held.',
    week: (week: number) => `Week ${week}`,
    meeting_held: 'meeting held',
    meeting_planned: 'meeting planned',
    meeting_missed: 'the planned meeting was not held',

    expectedHeading: 'The marks for this week, and now',
    measure: 'Looked at',
    expected: 'Mark for this week',
    actual: 'Now',
    habit: 'Share with a habit',
    meetings: 'Meetings held',
    tried: 'Workflows in trial or further',
    attached: 'Workflows attached or further',
    times: (count: number) => String(count),
    works: (count: number) => String(count),
    nothingYet: 'No mark yet',
    notTold: 'Cannot be shown',
    onCourse_yes: 'At the mark',
    onCourse_no: 'Under the mark',
    onCourse_unknown: 'Too few people to say',
    goalIs: (share: string) => `The goal is ${share}`,
    goalPassed: (share: string) =>
      `The goal it is judged by is ${share}. One that is raised afterwards does not take the pass back.`,

    stalledHeading: 'The sixteen weeks have stalled',
    stalledHeadingAfter: 'It has stalled',
    because: (why: string, fact: string) => `${why} (${fact})`,
    since: (day: string) => `stalled since ${day}`,
    lastMeeting: (day: string) => `the last meeting was on ${day}`,
    firstToCome: 'the first is still to come',
    sponsorTold:
      'It has lasted seven days or more. After the champion, the sponsor is told by mail too. To move it sooner, ask the sponsor for one thing: authority or time.',
    sponsorFrom: (day: string) =>
      `The champion is told by mail. If it still lasts on ${day}, the sponsor is told too.`,

    exitHeading: 'The exit test',
    exitRule: 'It is passed when the share with a habit is at the goal at two meetings in a row.',
    exitPassed: 'Passed.',
    meetingLine: (day: string, week: string) => `Meeting of ${day}, for the week of ${week}:`,
    reached_yes: 'at the goal',
    reached_no: 'under it',
    reached_unknown: 'too few people to say',
    reached_none: 'cannot be shown',

    watchHeading: 'Afterwards',
    watchLead:
      'Once a month the share is compared with the goal. Two months in a row under it, and you are told.',
    watchNone: 'The first month appears when it is over.',
    alarm:
      'The share was under the goal for two months. At the next meeting, choose one workflow that fell out of use or was not tried yet.',
  },
});

/** What a stretch of the programme is for. */
export const stages: Readonly<Record<'ja' | 'en', Record<ProgrammeStage, string>>> = catalogue({
  ja: {
    begin: '目標を伝え、はじめの業務を決める 2\u00a0週間です。',
    trial: '3\u00a0人で試す 2\u00a0週間です。',
    attach: '毎週使うようになるまで後押しする 4\u00a0週間です。',
    spread: '二つめの業務と、まだ使っていない人へ広げる 5\u00a0週間です。',
    exit: '2\u00a0回の定例で、目標に届いているかを確かめる 3\u00a0週間です。',
  },
  en: {
    begin: 'Two weeks to tell the goal and choose the first work.',
    trial: 'Two weeks to try it with three people.',
    attach: 'Four weeks to push until it is used every week.',
    spread: 'Five weeks for a second workflow, and for those who do not use it yet.',
    exit: 'Three weeks to see, at two meetings, whether the goal is reached.',
  },
});

/** Why it stands still, and what to do. */
export const stalls: Readonly<
  Record<'ja' | 'en', Record<StallReason, { readonly why: string; readonly todo: string }>>
> = catalogue({
  ja: {
    noMeeting: {
      why: '21\u00a0日以上、定例がありません',
      todo: '今週か来週に 15\u00a0分だけ取りましょう。議題は、いま試している業務ひとつで足ります。',
    },
    noGoal: { why: '目標がありません', todo: '責任者に、数字と期日をひとつ決めてもらいましょう。' },
    noOpenAction: {
      why: '取り組み中の「決めたこと」がありません',
      todo: '次の定例で、だれが、何を、いつまでに、をひとつだけ決めましょう。',
    },
    slowHelp: {
      why: '質問への回答に、勤務時間で 16\u00a0時間より長くかかっています',
      todo: '先にひとことだけ返し、くわしい回答は顧問に頼みましょう。',
    },
  },
  en: {
    noMeeting: {
      why: 'No meeting for 21 days or more',
      todo: 'Take 15 minutes this week or next. One workflow in trial is agenda enough.',
    },
    noGoal: { why: 'There is no goal', todo: 'Ask the sponsor for one number and one date.' },
    noOpenAction: {
      why: 'Nothing is agreed to be done',
      todo: 'At the next meeting, settle one thing: who does what by when.',
    },
    slowHelp: {
      why: 'Answers to questions take over 16 working hours',
      todo: 'Answer in a line first, and ask the advisor for the rest.',
    },
  },
});

type Because = Extract<ProgrammeViewDto['exit'], { passed: false }>['because'];

/** Why the exit test is not passed. */
export const exitReasons: Readonly<Record<'ja' | 'en', Record<Because, string>>> = catalogue({
  ja: {
    noGoal: 'まだです。目標がありません。',
    tooFewMeetings: 'まだです。定例が 2\u00a0回開かれていません。',
    notTold: 'まだ分かりません。最後の定例の前の週の割合を表示できません。',
    underGoal: 'まだです。最後の定例で、目標に届いていません。',
    onlyOnce: 'あと 1\u00a0回です。次の定例でも目標に届いていれば修了です。',
    unsure:
      'まだ分かりません。人数が少なく、割合を幅でしか表示できません。5\u00a0人の部署では、目標が 60%\u00a0までなら確かめられます。',
  },
  en: {
    noGoal: 'Not yet: there is no goal.',
    tooFewMeetings: 'Not yet: two meetings have not been held.',
    notTold:
      'It cannot be said yet: the share of the week before the last meeting cannot be shown.',
    underGoal: 'Not yet: the last meeting was under the goal.',
    onlyOnce: 'One more: if the next meeting is at the goal too, it is passed.',
    unsure:
      'It cannot be said yet: of so few people the share is a range. For five people a goal up to 60% can be told.',
  },
});

/** A week of the line for screen readers. */
export const weekStates: Readonly<Record<'ja' | 'en', Record<ProgrammeWeek['state'], string>>> =
  catalogue({
    ja: {
      kept: '線がつながった',
      missed: '線がつながらなかった',
      open: '進行中',
      off: '休み',
      ahead: 'これから',
    },
    en: { kept: 'kept', missed: 'not kept', open: 'running', off: 'off', ahead: 'to come' },
  });

/** The steps before a programme, in their order. */
export const STEPS = [
  'goal',
  'workflow',
  'champion',
  'start',
] as const satisfies readonly ProgrammeReply['missing'][number][];
