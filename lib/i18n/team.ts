import type { HubTrouble } from '../contract/team.ts';
import type { Role } from '../contract/hub/people.ts';
import { catalogue } from './language.ts';

/** Strings of belonging to a company: the popup's lines, joining, the page 「会社」, what is sent. */
export const team = catalogue({
  ja: {
    ourLines: 'みんなの線',
    hiddenLine: '3 人になると、線が出ます',
    moreDepartments: (count: number) => `ほかの ${count} 部署を見る`,
    waiting: '部署の線を取りに行っています。',
    waitingOffline: '会社のハブにまだつながりません。つながると、ここに部署の線が出ます。',
    stale: (when: string) => `${when} の線です。つながると新しくなります。`,
    revoked: '会社とのつながりが切れています',
    revokedLead: '記録はすべてこのブラウザに残っています。何も送っていません。',
    revokedAction: 'もう一度参加する',

    title: '会社',
    leadSolo:
      '会社の招待リンクで参加すると、部署の線が並んで見えます。参加しなくても、いままで通り使えます。',
    optional: '任意',

    membership: '参加している会社',
    organisation: '会社',
    department: '部署',
    role: '役割',
    joinedOn: '参加した日',
    hub: 'ハブ',
    sync: '送信の状態',
    syncNever: 'まだ送っていません',
    syncAt: (when: string) => `${when} に送り終えています`,
    syncNow: 'いま送る',
    synced: '送りました。',
    nothingLost: '記録はこのブラウザに残っていて、つながると自動で送ります。',
    roleSees: 'この役割で見えるもの',
    lines: '部署の線',
    linesLead: '部署の稼働日のうち、その日に働く人の半分以上が使った日が点になります。',
    lineNumbers: (current: number, longest: number) => `${current} 日 / 最長 ${longest} 日`,
    hidden_fewerThanFloor: '人数が少ないため、数字は「その他」に合わせて出します。',
    hidden_fewerThanThree:
      '3 人より少ないため、線も数字も出しません。ひとりの記録が分かってしまうためです。',
    hidden_complementary: '引き算でほかの部署の数字が分からないように、いっしょに隠しています。',
    noLines: 'まだ線がありません',
    noLinesLead: '部署の誰かが使った日の夜には、ここに線が出ます。',
    boardHeading: '推進ボード',
    boardLead: '週のまとめ、招待、カレンダー、届け先を扱います。',
    boardOpen: '推進ボードを開く',

    leaveHeading: '休暇',
    leaveLead: '休暇の日は、自分の線も部署の線も切れません。日付だけをハブに伝えます。',
    leaveFrom: 'はじめの日',
    leaveTo: '終わりの日',
    leaveAdd: '休暇を加える',
    leaveAdded: '休暇を加えました。',
    leaveRemove: (range: string) => `${range}を消す`,
    leaveRemoved: '休暇を消しました。',
    leaveNone: '登録した休暇はありません。',
    leaveOrder: '終わりの日が、はじめの日より前になっています。',
    undo: '元に戻す',

    agreeHeading: '少ない人数の数字',
    agreeLead:
      '部署の数字は、会社で決めた人数（5 人以上）がいるときだけ出しています。会社の全員が同意すると、3 人から出せるようになります。日ごとの記録は、そのときも自分にしか見えません。',
    agreeNot: 'あなたは同意していません。このままで構いません。',
    agreeMine: 'あなたは同意しています。全員の同意がそろうまでは、いまのままです。',
    agreeHolds: '全員が同意しているので、3 人から出しています。',
    agreeDo: '3 人から出すことに同意する',
    agreeUndo: '同意をやめる',
    agreeEnds:
      '誰が同意したかは、誰にも見えません。やめたとき、または同意していない人が参加したときに、すぐもとの人数に戻ります。それまでに出した数字は、そのまま残ります。',
    agreed: '同意しました。',
    agreeUndone: '同意をやめました。',

    deviceHeading: '二台目のブラウザ',
    deviceLead:
      '二台目でこのリンクを貼り付けると、同じ人として数えます。10 分のあいだ、一度だけ使えます。',
    deviceMake: 'リンクを出す',
    deviceLink: '二台目のためのリンク',
    deviceUntil: (when: string) => `${when} まで使えます`,
    copy: 'コピー',
    copied: 'コピーしました。',
    copyFailed: 'コピーできませんでした。選択してコピーしてください。',

    leaveTeamHeading: '会社から離れる',
    leaveTeamLead:
      '離れても、このブラウザの記録・業務・プロンプトはすべて残ります。ハブにある自分の記録は、30 日以内に消えます。',
    leaveTeam: '会社から離れる',
    leaveTeamTitle: '会社から離れますか',
    eraseNow: 'ハブにある自分の記録を、いますぐ消す',
    leaveTeamConfirm: '離れる',
    leaveTeamAnyway: 'ハブに知らせずに離れる',
    leaveTeamUnreached:
      'ハブにつながりません。あとでもう一度試すか、このブラウザだけ離れることができます。その場合、ハブにある記録を消すには、責任者に頼んでください。',
    left: '会社から離れました。記録はこのブラウザに残っています。',
    cancel: 'やめる',
    close: '閉じる',

    sentHeading: (organisation: string) => `${organisation}のハブにだけ送っています`,
    sentLead: (host: string) =>
      `送り先は ${host} だけです。わたしたちにも、ほかの誰にも送りません。最後に送ったものを、そのまま出しています。`,
    sentTitle: '最後に送ったもの',
    sentKind_join: '参加のとき',
    sentKind_usage: '日ごとの記録',
    sentKind_leave: '休暇',
    sentKind_share: '部署と共有したプロンプト',
    sentKind_help: '推進担当者への質問',
    sentKind_pulse: '月に一度の 4 つの質問への答え',
    sentRows: (count: number) => `${count} 行`,
    sentNever: 'まだ送っていません',
    sentCode: '招待や二台目の番号は、控えに残していません。',
    field_deviceId: 'このブラウザの番号',
    field_day: '日',
    field_tool: 'ツール',
    field_displayName: '名前',
    field_email: 'メールアドレス',
    field_from: '休みのはじめ',
    field_to: '休みのおわり',
    field_invite: '招待',
    field_code: '二台目の番号',
    field_id: '番号',
    field_text: '題名・本文・空欄',
    field_named: '名前を出すか',
    field_month: '月',
    field_answers: '答え（1〜5）',
    field_workflow: '一緒に提案する業務',
    field_workflowId: '部署の業務の番号',
    field_improves: 'よりよくするプロンプトの番号',
    field_do: 'すること',
  },
  en: {
    ourLines: 'Our lines',
    hiddenLine: 'Shown for three people or more',
    moreDepartments: (count: number) =>
      `See ${count} more ${count === 1 ? 'department' : 'departments'}`,
    waiting: 'Fetching your departments’ lines.',
    waitingOffline:
      'Your company’s hub cannot be reached yet. The departments’ lines appear here once it can.',
    stale: (when: string) => `Lines as of ${when}. They are renewed once the hub can be reached.`,
    revoked: 'The connection to your company has ended',
    revokedLead: 'All your records are still in this browser. Nothing is being sent.',
    revokedAction: 'Join again',

    title: 'Company',
    leadSolo:
      'Join with your company’s invite link to see the departments’ lines side by side. Without it everything works as before.',
    optional: 'optional',

    membership: 'Your company',
    organisation: 'Company',
    department: 'Department',
    role: 'Role',
    joinedOn: 'Joined on',
    hub: 'Hub',
    sync: 'Sending',
    syncNever: 'Nothing sent yet',
    syncAt: (when: string) => `All sent by ${when}`,
    syncNow: 'Send now',
    synced: 'Sent.',
    nothingLost: 'Your records are safe in this browser and are sent once the hub can be reached.',
    roleSees: 'What this role sees',
    lines: 'Departments’ lines',
    linesLead:
      'A department’s day is a dot when at least half of those at work that day used a tool.',
    lineNumbers: (current: number, longest: number) =>
      `${current} ${current === 1 ? 'day' : 'days'} / longest ${longest}`,
    hidden_fewerThanFloor: 'Too few people, so its numbers are counted in “Other”.',
    hidden_fewerThanThree:
      'Fewer than three people, so neither line nor numbers are shown: they would give away one person’s days.',
    hidden_complementary:
      'Hidden along with another department, so that its numbers cannot be worked out by subtraction.',
    noLines: 'No lines yet',
    noLinesLead:
      'They appear here in the evening of a day on which somebody in the department used a tool.',
    boardHeading: 'Champion’s board',
    boardLead: 'Weekly summary, invites, calendars and where summaries go.',
    boardOpen: 'Open the board',

    leaveHeading: 'Leave',
    leaveLead:
      'Days of leave break neither your line nor your department’s. The hub learns only the dates.',
    leaveFrom: 'First day',
    leaveTo: 'Last day',
    leaveAdd: 'Add leave',
    leaveAdded: 'Leave added.',
    leaveRemove: (range: string) => `Remove ${range}`,
    leaveRemoved: 'Leave removed.',
    leaveNone: 'No leave is registered.',
    leaveOrder: 'The last day lies before the first.',
    undo: 'Undo',

    agreeHeading: 'Numbers of few people',
    agreeLead:
      'A department’s numbers are shown once it has as many people as your company decided (five or more). If everybody in the company agrees, three are enough. Your own days stay visible to you alone.',
    agreeNot: 'You have not agreed, and that is fine.',
    agreeMine: 'You agreed. Until everybody has, nothing changes.',
    agreeHolds: 'Everybody agreed, so numbers are shown for three people or more.',
    agreeDo: 'Agree to three people',
    agreeUndo: 'Take back my agreement',
    agreeEnds:
      'Nobody sees who agreed. If you take it back, or somebody joins who has not agreed, the company’s number holds again at once. Numbers shown until then stay.',
    agreed: 'You agreed.',
    agreeUndone: 'Your agreement is taken back.',

    deviceHeading: 'A second browser',
    deviceLead:
      'Paste this link in your second browser and both count as one person. It works once, for ten minutes.',
    deviceMake: 'Make a link',
    deviceLink: 'Link for your second browser',
    deviceUntil: (when: string) => `Works until ${when}`,
    copy: 'Copy',
    copied: 'Copied.',
    copyFailed: 'It could not be copied. Please select and copy it.',

    leaveTeamHeading: 'Leave the company',
    leaveTeamLead:
      'Your records, workflows and prompts all stay in this browser. What the hub holds about you is deleted within 30 days.',
    leaveTeam: 'Leave the company',
    leaveTeamTitle: 'Leave the company?',
    eraseNow: 'Delete what the hub holds about me right away',
    leaveTeamConfirm: 'Leave',
    leaveTeamAnyway: 'Leave without telling the hub',
    leaveTeamUnreached:
      'The hub cannot be reached. Try again later, or leave with this browser only; then ask your sponsor to delete what the hub holds.',
    left: 'You left the company. Your records are still in this browser.',
    cancel: 'Cancel',
    close: 'Close',

    sentHeading: (organisation: string) => `Sent to the hub of ${organisation} and nowhere else`,
    sentLead: (host: string) =>
      `Everything goes to ${host} only; not to us, nor to anyone else. Below is exactly what was sent last.`,
    sentTitle: 'What was sent last',
    sentKind_join: 'On joining',
    sentKind_usage: 'Daily records',
    sentKind_leave: 'Leave',
    sentKind_share: 'Prompts shared with the department',
    sentKind_help: 'Questions to the champion',
    sentKind_pulse: 'Answers to the month’s four questions',
    sentRows: (count: number) => `${count} ${count === 1 ? 'row' : 'rows'}`,
    sentNever: 'Nothing sent yet',
    sentCode: 'Codes of invites and second browsers are not kept here.',
    field_deviceId: 'Number of this browser',
    field_day: 'Day',
    field_tool: 'Tool',
    field_displayName: 'Name',
    field_email: 'E-mail address',
    field_from: 'Leave from',
    field_to: 'Leave to',
    field_invite: 'Invite',
    field_code: 'Second browser’s code',
    field_id: 'Number',
    field_text: 'Title, text and fields',
    field_month: 'Month',
    field_answers: 'Answers (1 to 5)',
    field_named: 'Whether the name is shown',
    field_workflow: 'Workflow proposed along',
    field_workflowId: 'Number of the department’s workflow',
    field_improves: 'Number of the prompt it improves',
    field_do: 'What to do',
  },
});

/** Roles as people know them, and what each sees and why (METRICS.md, words and P). */
export const roles = catalogue<Record<Role, { readonly name: string; readonly sees: string }>>({
  ja: {
    owner: {
      name: '責任者',
      sees: 'すべての部署の線、合計、名簿（名前と役割）。だれがいつ使ったかは見えません。目標を決め、推進担当者に権限を渡すためです。',
    },
    champion: {
      name: '推進担当者',
      sees: '担当する部署の週のまとめ、招待、カレンダー、届け先。だれがいつ使ったかは見えません。次の一手を決めるためです。',
    },
    advisor: {
      name: '顧問',
      sees: '部署の線と合計だけです。人の名前や記録は見えません。社外から助言するためです。',
    },
    member: {
      name: 'メンバー',
      sees: '自分の記録と、部署の線です。ほかの人の記録は見えません。並んで走っていることが分かるためです。',
    },
  },
  en: {
    owner: {
      name: 'Sponsor',
      sees: 'Every department’s line and totals, and the list of members by name and role; never who used what when. For setting the goal and giving champions authority.',
    },
    champion: {
      name: 'Champion',
      sees: 'Weekly summary, invites, calendar and destinations of your departments; never who used what when. For deciding the next step.',
    },
    advisor: {
      name: 'Advisor',
      sees: 'Departments’ lines and totals only; neither names nor anyone’s records. For advising from outside.',
    },
    member: {
      name: 'Member',
      sees: 'Your own records and the departments’ lines; nobody else’s records. To see that we run side by side.',
    },
  },
});

/** What went wrong with the hub, and what it means for the person. */
export const troubles = catalogue<Record<HubTrouble['kind'], string>>({
  ja: {
    unreachable: 'ハブにつながりません。',
    garbage: 'ハブではないものが答えています。会社のネットワークにサインインが必要かもしれません。',
    busy: 'ハブが混み合っています。少し待ってから送ります。',
    revoked: '会社とのつながりが切れています。',
    refused: 'ハブが受け付けない項目があります。ハブか拡張機能を新しくすると直ります。',
    notPermitted: 'ハブにつなぐ許可がありません。',
  },
  en: {
    unreachable: 'The hub cannot be reached.',
    garbage: 'Something other than the hub answers. Your company’s network may ask you to sign in.',
    busy: 'The hub is busy. Sending waits a little.',
    revoked: 'The connection to your company has ended.',
    refused:
      'The hub does not accept one of the fields. Updating the hub or the extension mends it.',
    notPermitted: 'There is no permission to reach the hub.',
  },
});
