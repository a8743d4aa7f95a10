import { catalogue } from './language.ts';

/** Strings of coming into a company: joining by a link, setting a new hub up, its first invites. */
export const joining = catalogue({
  ja: {
    joinHeading: '招待リンクで参加する',
    inviteLabel: '招待リンク',
    inviteHint:
      '推進担当者から届いたリンクか、ほかのブラウザに出したリンクを貼り付けます。新しいハブを始めるときは、起動した画面に出たリンクです。',
    nameLabel: '名前',
    nameHint: '責任者の名簿に出る名前です。なくても参加できます。',
    emailLabel: 'メールアドレス',
    emailHint: '推進担当者になると、週のまとめが届きます。',
    notALink: '招待リンクではないようです。https:// から終わりまで貼り付けてください。',
    notSafe:
      'このリンクは安全な接続（https）ではないため、使えません。リンクをくれた人に確かめてください。',
    fromPolicy: '会社の設定から、招待リンクを入れてあります。',
    join: (host: string) => `${host} に参加する`,
    joinPlain: '参加する',
    joinAsk: 'ブラウザが、このアドレスにつなぐ許可をたずねます。',
    joined: '参加しました。部署の線が並びます。',
    notPermitted: '許可がなかったので、参加していません。いままで通り使えます。',
    sendsHeading: '参加すると送るもの',
    sends: [
      '日ごと、ツールごとの訪問の回数、使った秒数、送信した回数、自己申告の印、業務と部署のプロンプトの実行回数',
      '休暇の日付（理由や名前は送りません）',
      '参加のときに入れた名前とメールアドレス',
    ],
    sendsNotHeading: '送らないもの',
    sendsNot: [
      'チャットに書いた文と AI の答え、ページの題名とアドレス',
      '業務やプロンプトの中身（「部署と共有」で自分で送ったものを除く）',
      '参加する前の日の記録',
    ],
    promise:
      '自分の日ごとの記録を見られるのは自分だけです。ほかの人には、5 人以上の合計だけが見えます。人事評価には使いません。',
    foundCompany: '会社の名前',
    foundDepartments: '部署の名前',
    foundDepartmentsHint:
      '1 行にひとつ書きます。最初の行が、あなたの部署になります。あとから加えることもできます。',
    foundNameHint: '責任者として、名簿に出ます。',
    foundEmailHint: '推進担当者が決まるまで、週のまとめが届きます。',
    foundDo: '会社を始める',
    founded: '会社を始めました。',
    firstInvites: '最初の招待リンク',
    firstInvitesLead:
      'リンクが出るのは、この一度だけです。30 日のあいだ使えます。部署ごとに、メンバーと推進担当者に送ってください。なくしたときは、推進ボードで新しい招待を出せます。',
    inviteForMembers: 'メンバーのリンク',
    inviteForChampion: '推進担当者のリンク',
  },
  en: {
    joinHeading: 'Join with an invite link',
    inviteLabel: 'Invite link',
    inviteHint:
      'Paste the link from your champion, or the one your other browser shows. For a new hub it is the link on the screen where it was started.',
    nameLabel: 'Name',
    nameHint: 'Shown on the sponsor’s list of members. You can join without one.',
    emailLabel: 'E-mail address',
    emailHint: 'Champions get the weekly summary there.',
    notALink: 'This does not look like an invite link. Paste all of it, from https:// to its end.',
    notSafe:
      'This link is not a safe connection (https), so it cannot be used. Please ask whoever sent it.',
    fromPolicy: 'Your company’s settings filled in the invite link.',
    join: (host: string) => `Join ${host}`,
    joinPlain: 'Join',
    joinAsk: 'The browser will ask whether Banso may reach this address.',
    joined: 'You joined. Your departments’ lines appear here.',
    notPermitted: 'It was not allowed, so you have not joined. Everything works as before.',
    sendsHeading: 'What is sent once you join',
    sends: [
      'For each day and tool: visits, seconds in use, prompts started, your own marks, runs of workflows and of the department’s prompts',
      'Dates of your leave (neither reason nor name)',
      'The name and e-mail address you give when joining',
    ],
    sendsNotHeading: 'What is not sent',
    sendsNot: [
      'What you write and what the AI answers, titles and addresses of pages',
      'The content of workflows and prompts, except those you share yourself',
      'Records of days before you join',
    ],
    promise:
      'Only you can see your own days. Others see totals of five people or more. They are not used to judge anyone’s performance.',
    foundCompany: 'Name of the company',
    foundDepartments: 'Names of its departments',
    foundDepartmentsHint: 'One per line. The first is your own. More can be added later.',
    foundNameHint: 'Shown on the list of members, as the sponsor.',
    foundEmailHint: 'The weekly summary comes here until a department has a champion.',
    foundDo: 'Set up the company',
    founded: 'The company is set up.',
    firstInvites: 'The first invite links',
    firstInvitesLead:
      'They are shown only once and work for 30 days. Send each department its own, to its members and its champion. If one is lost, create a new invite on the board.',
    inviteForMembers: 'For members',
    inviteForChampion: 'For the champion',
  },
});
