import type { NoticeKind } from '../contract/hub/notice.ts';
import { catalogue } from './language.ts';
import { programme } from './programme.ts';

/** Strings of what a champion or a sponsor is told by mail besides the weekly and the monthly sum. */
export const noticeMail = catalogue({
  ja: {
    stalledSubject: (department: string) => `${department}の 16 週間：進みが止まっています`,
    stalledSubjectAfter: (department: string) =>
      `${department}の 16 週間のあと：進みが止まっています`,
    stalledHeading: (department: string) => `${department}の 16 週間が止まっています`,
    stalledHeadingAfter: (department: string) =>
      `${department}の進みが、16 週間のあとで止まっています`,
    inWeek: (week: number) => `第 ${week} 週です。`,
    after: `${programme.ja.over}。${programme.ja.stillOpen}`,
    stalledLead: (day: string) =>
      `下のことが動くと、また進みます。${day} まで続いたときは、責任者の方にもお知らせします。`,

    sponsorSubject: (department: string) =>
      `${department}の 16 週間：7 日以上、進みが止まっています`,
    sponsorSubjectAfter: (department: string) =>
      `${department}の 16 週間のあと：7 日以上、進みが止まっています`,
    sponsorLead: (day: string) =>
      `推進担当者には ${day} にお知らせしました。責任者のひとことで動くことがあります。`,
    sponsorReasons: '止まっているわけ',
    sponsorAction: '責任者にできること',
    sponsorSetGoal:
      'ボードの「目標」で、数字と期日をひとつ決めてください。それだけで推進担当者は動き出せます。',
    sponsorActionText:
      '推進担当者に、要る権限と時間をひとつ聞き、その場で決めてください。理由を問うより早く進みます。',

    passedSubject: (department: string) => `${department}：16 週間を修了しました`,
    passedLead: (goal: string) =>
      `続けて 2 回の定例で、習慣になった人の割合が目標（${goal}）に届きました。これで修了です。定例を続けてきたことが実りました。`,
    passedMeetings: '目標に届いた定例',
    passedMeeting: (day: string, week: string) => `${day}（${week}の週の割合）`,
    passedNext: 'このあと',
    passedNextText:
      '定例は、これまでどおり続けられます。月に一度、割合を目標と比べ、2 か月続けて下回ったときだけお知らせします。',
    passedAction: '次の一歩',
    passedActionText:
      'ボードの「装着」を開くと、根づいた業務を、同じ仕事のあるほかの部署に提案できます。',

    alarmSubject: (department: string) =>
      `${department}：修了のあと、習慣になった人の割合が 2 か月続けて目標を下回りました`,
    alarmHeading: (department: string) => `${department}の修了のあとの見守り`,
    alarmLead: (goal: string) =>
      `修了のあと、月に一度、習慣になった人の割合を目標（${goal}）と比べています。下の月が、続けて下回りました。`,
    alarmMonths: '下回った月',
    alarmAction: '次の定例で',
    alarmActionText:
      '使われなくなった業務か、まだ試していない業務をひとつ選び、三人で試すところから始めます。',

    meetingSubject: (department: string, when: string) => `AI 定例（${department}）${when}`,
    movedSubject: (department: string, when: string) =>
      `時刻の変更：AI 定例（${department}）${when}`,
    offSubject: (department: string, day: string) => `中止：AI 定例（${department}）${day}`,
    meetingLead: (when: string, minutes: number) =>
      `${when} から ${minutes} 分です。議題をお届けします。`,
    movedLead: (when: string, minutes: number) =>
      `時刻が変わりました。${when} から ${minutes} 分です。添えた予定を開くと、カレンダーの予定も変わります。`,
    offLead: (day: string) =>
      `${day} の定例はなくなりました。添えた予定を開くと、カレンダーの予定も消えます。`,
    offNext: (day: string) => `次の定例は ${day} です。`,
    meetingAction: '5 分の準備',
    meetingActionText:
      'ボードの「定例」を開きます。持ち越しがあり、終わったものがあれば「済み」にします。あとは議題のとおりに進みます。',

    minutesLead: '話したことと、次の定例へ持ち越すことです。',
    minutesNotes: '話したこと',
    whySponsor: '責任者の方にお送りしています。',

    lateSubject: (department: string, count: number) =>
      `${department}：1 稼働日を超えて待っている質問が ${count} 件あります`,
    lateAdvisorLead:
      '推進担当者の回答を 1 稼働日を超えて待っている質問です。ここからは、顧問の方も回答できます。',
    lateChampionLead:
      '1 稼働日を超えて待っている質問があります。ひとことの返事で十分です。待つ人は次に進めます。',
    lateQuestions: '待っている質問',
    lateQuestion: (workflow: string | undefined, time: string) =>
      `${workflow === undefined ? '業務の指定なし' : `業務：${workflow}`}（働く時間で ${time}）`,
    lateMore: (count: number) => `ほか ${count} 件`,
    lateAdvisorAction: '顧問にできること',
    lateAdvisorActionText:
      'ボードの「質問」を開くと、質問の文を読んで、その場で回答できます。推進担当者にひと声かけるだけでも動きます。質問の文は、取り下げられるように、メールには載せていません。',
    lateChampionAction: '5 分でできること',
    lateChampionActionText:
      'ボードの「質問」を開き、ひとこと返してください。すぐに分からないときは、いつ答えるかを書きます。話して解決したときは「話して解決した」を押します。',
    whyAdvisor: (department: string) => `${department}の顧問の方にお送りしています。`,
  },
  en: {
    stalledSubject: (department: string) => `${department}, sixteen weeks: stalled`,
    stalledSubjectAfter: (department: string) => `${department}, after the sixteen weeks: stalled`,
    stalledHeading: (department: string) => `The sixteen weeks of ${department} have stalled`,
    stalledHeadingAfter: (department: string) =>
      `${department} has stalled after its sixteen weeks`,
    inWeek: (week: number) => `It is week ${week}.`,
    after: `${programme.en.over}. ${programme.en.stillOpen}`,
    stalledLead: (day: string) =>
      `Once what is listed below moves, the weeks go on. If it lasts until ${day}, the sponsor is told too.`,

    sponsorSubject: (department: string) =>
      `${department}, sixteen weeks: stalled for seven days or more`,
    sponsorSubjectAfter: (department: string) =>
      `${department}, after the sixteen weeks: stalled for seven days or more`,
    sponsorLead: (day: string) =>
      `The champion was told on ${day}. A word of the sponsor can set it going.`,
    sponsorReasons: 'Why it has stalled',
    sponsorAction: 'What a sponsor can do',
    sponsorSetGoal:
      'Set one number and one date on the board’s page “Goal”. It is all the champion needs to go on.',
    sponsorActionText:
      'Ask the champion for one thing, authority or time, and settle it there and then. It goes faster than asking why.',

    passedSubject: (department: string) => `${department} passed its exit test`,
    passedLead: (goal: string) =>
      `At two meetings in a row the share with a habit was at the goal (${goal}), and that passes the exit test. Keeping up the meetings has paid off.`,
    passedMeetings: 'The meetings at the goal',
    passedMeeting: (day: string, week: string) => `${day} (share of the week of ${week})`,
    passedNext: 'From here on',
    passedNextText:
      'Meetings can go on as before. Once a month the share is compared with the goal; you are told only when it is under it two months in a row.',
    passedAction: 'A next step',
    passedActionText:
      'On the board’s page “Attachment”, work that took root can be proposed to other departments that have work like it.',

    alarmSubject: (department: string) =>
      `${department}: after the exit, the share with a habit was under the goal for two months`,
    alarmHeading: (department: string) => `${department} after its exit test`,
    alarmLead: (goal: string) =>
      `Since the exit test was passed, the share with a habit is compared with the goal (${goal}) once a month. These months in a row were under it.`,
    alarmMonths: 'Months under the goal',
    alarmAction: 'At the next meeting',
    alarmActionText:
      'Choose one workflow that fell out of use or was not tried yet, and begin by trying it with three people.',

    meetingSubject: (department: string, when: string) => `AI meeting (${department}), ${when}`,
    movedSubject: (department: string, when: string) =>
      `New time: AI meeting (${department}), ${when}`,
    offSubject: (department: string, day: string) => `Off: AI meeting (${department}), ${day}`,
    meetingLead: (when: string, minutes: number) =>
      `${when}, ${minutes} minutes. This is the agenda.`,
    movedLead: (when: string, minutes: number) =>
      `The time has changed: ${when}, ${minutes} minutes. Open the event that comes with this mail to change your calendar too.`,
    offLead: (day: string) =>
      `The meeting of ${day} is off. Open the event that comes with this mail to clear your calendar too.`,
    offNext: (day: string) => `The next meeting is on ${day}.`,
    meetingAction: 'Five minutes to prepare',
    meetingActionText:
      'Open “Meetings” on the board. If something was carried on and is done by now, tick it off. The agenda does the rest.',

    minutesLead: 'What was spoken of, and what is carried on to the next meeting.',
    minutesNotes: 'Spoken of',
    whySponsor: 'You get this as the sponsor.',

    lateSubject: (department: string, count: number) =>
      count === 1
        ? `${department}: 1 question has waited for over a working day`
        : `${department}: ${count} questions have waited for over a working day`,
    lateAdvisorLead:
      'A working day has gone by without the champion’s answer. From now on an advisor can answer too.',
    lateChampionLead:
      'Somebody has waited for over a working day. A short reply is enough for them to go on.',
    lateQuestions: 'Questions that wait',
    lateQuestion: (workflow: string | undefined, time: string) =>
      `${workflow === undefined ? 'No workflow named' : `Workflow: ${workflow}`} (${time} of working time)`,
    lateMore: (count: number) => `${count} more`,
    lateAdvisorAction: 'What an advisor can do',
    lateAdvisorActionText:
      'Open “Questions” on the board to read them and to answer there and then. A word to the champion can be enough. The questions’ words are not in this mail, so that they can be taken back.',
    lateChampionAction: 'What five minutes can do',
    lateChampionActionText:
      'Open “Questions” on the board and reply in a line. If you cannot tell yet, write when you will. If you talked it over, press “We talked it over”.',
    whyAdvisor: (department: string) => `You get this as an advisor of ${department}.`,
  },
});

/** A notice in a list of what was sent; `notice` is one that only a newer hub knows. */
export const noticeKinds: Readonly<Record<'ja' | 'en', Record<NoticeKind | 'notice', string>>> =
  catalogue({
    ja: {
      standstill: '16 週間が止まっている知らせ',
      passed: '修了の知らせ',
      alarm: 'その後の見守りの知らせ',
      meeting: '定例の案内',
      minutes: '議事録',
      question: '1 稼働日を超えて待っている質問の知らせ',
      notice: 'お知らせ',
    },
    en: {
      standstill: 'Notice that the sixteen weeks have stalled',
      passed: 'Notice that the exit test was passed',
      alarm: 'Notice of the watch afterwards',
      meeting: 'Invitation to a meeting',
      minutes: 'Minutes',
      question: 'Notice of questions that wait over a working day',
      notice: 'Notice',
    },
  });
