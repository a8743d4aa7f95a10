import type { NoticeKind } from '../contract/hub/notice.ts';
import { catalogue } from './language.ts';

/** Strings of what a champion or a sponsor is told by mail besides the weekly and the monthly sum. */
export const noticeMail = catalogue({
  ja: {
    stalledSubject: (department: string) => `${department}の 16 週間：進みが止まっています`,
    stalledHeading: (department: string) => `${department}の 16 週間が止まっています`,
    stalledLead: (week: number, day: string) =>
      `第 ${week} 週です。下のことが動くと、また進みます。${day} まで続いたときは、責任者の方にもお知らせします。`,
    stalledLeadAfter: (day: string) =>
      `16 週間は過ぎましたが、修了の条件はこれからです。下のことが動くと、また進みます。${day} まで続いたときは、責任者の方にもお知らせします。`,
    reason: (why: string, day: string) => `${why}（${day} から）`,

    sponsorSubject: (department: string) =>
      `${department}の 16 週間：7 日たっても進みが止まっています`,
    sponsorLead: (day: string) =>
      `推進担当者には ${day} にお知らせしました。責任者のひとことで動くことがあります。`,
    sponsorReasons: '止まっているわけ',
    sponsorAction: '責任者にできること',
    sponsorSetGoal:
      'ボードの「目標」で、数字と期日をひとつ決めてください。それだけで推進担当者は動き出せます。',
    sponsorActionText:
      '推進担当者に、要る権限と時間をひとつ聞き、その場で決めてください。理由を問うより早く進みます。',

    alarmSubject: (department: string) =>
      `${department}：習慣になった人の割合が、2 か月続けて目標を下回りました`,
    alarmHeading: (department: string) => `${department}のその後の見守り`,
    alarmLead: (goal: string) =>
      `16 週間のあと、月に一度、習慣になった人の割合を目標（${goal}）と比べています。下の月が、続けて下回りました。`,
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
      'ボードの「定例」を開き、持ち越しのうち終わったものを「済み」にします。あとは議題のとおりに進みます。',

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
    stalledSubject: (department: string) => `${department}, sixteen weeks: it stands still`,
    stalledHeading: (department: string) => `The sixteen weeks of ${department} stand still`,
    stalledLead: (week: number, day: string) =>
      `It is week ${week}. Once what stands below moves, it goes on. If it lasts until ${day}, the sponsor is told too.`,
    stalledLeadAfter: (day: string) =>
      `The sixteen weeks are over, the exit test is still to come. Once what stands below moves, it goes on. If it lasts until ${day}, the sponsor is told too.`,
    reason: (why: string, day: string) => `${why} (since ${day})`,

    sponsorSubject: (department: string) =>
      `${department}, sixteen weeks: it has stood still for seven days`,
    sponsorLead: (day: string) =>
      `The champion was told on ${day}. A word of the sponsor can set it going.`,
    sponsorReasons: 'Why it stands still',
    sponsorAction: 'What a sponsor can do',
    sponsorSetGoal:
      'Set one number and one date on the board’s page “Goal”. It is all the champion needs to go on.',
    sponsorActionText:
      'Ask the champion for one thing, authority or time, and settle it there and then. It goes faster than asking why.',

    alarmSubject: (department: string) =>
      `${department}: the share with a habit was under the goal for two months`,
    alarmHeading: (department: string) => `${department}, watched afterwards`,
    alarmLead: (goal: string) =>
      `After the sixteen weeks the share with a habit is held against the goal (${goal}) once a month. These months in a row were under it.`,
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
      'Open “Meetings” on the board and tick off what is done of what was carried on. The agenda does the rest.',

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

/** A notice in a list of what was sent. */
export const noticeKinds: Readonly<Record<'ja' | 'en', Record<NoticeKind, string>>> = catalogue({
  ja: {
    standstill: '16 週間が止まっている知らせ',
    alarm: 'その後の見守りの知らせ',
    meeting: '定例の案内',
    minutes: '議事録',
    question: '1 稼働日を超えて待っている質問の知らせ',
  },
  en: {
    standstill: 'Notice that the sixteen weeks stand still',
    alarm: 'Notice of the watch afterwards',
    meeting: 'Invitation to a meeting',
    minutes: 'Minutes',
    question: 'Notice of questions that wait over a working day',
  },
});
