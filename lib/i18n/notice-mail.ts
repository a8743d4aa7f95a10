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
    alarmActionText: '使われなくなった業務をひとつ選び、もう一度、三人で試すところから始めます。',

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
      'Choose one workflow that fell out of use, and begin again by trying it with three people.',

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
  },
});

/** A notice in a list of what was sent. */
export const noticeKinds: Readonly<Record<'ja' | 'en', Record<NoticeKind, string>>> = catalogue({
  ja: {
    standstill: '16 週間が止まっている知らせ',
    alarm: 'その後の見守りの知らせ',
    meeting: '定例の案内',
    minutes: '議事録',
  },
  en: {
    standstill: 'Notice that the sixteen weeks stand still',
    alarm: 'Notice of the watch afterwards',
    meeting: 'Invitation to a meeting',
    minutes: 'Minutes',
  },
});
