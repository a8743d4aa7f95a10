import type { AttachmentCard, AttachmentReply } from '../contract/hub/programme.ts';
import type { AttachmentState } from '../domain/attachment.ts';
import type { PushReason } from '../domain/attachment-push.ts';
import { catalogue } from './language.ts';
import type { Word } from './words.ts';

/** Strings of the board's page of attachment (METRICS.md M11, M13). */
export const attachment = catalogue({
  ja: {
    lead: '業務が部署の仕事に根づくまでの 4 つの段階です。カードは、実際に使われたかどうかだけで動きます。手では動かせません。',
    hidden: '段階はまだ表示できません',
    hiddenLead:
      '人数が少ない部署では、だれが使ったかが分かってしまうためです。5 人（会社で決めたときはその人数）がそろうと、ここに段階が並びます。合意したことや次の一歩は、いまから書けます。',
    none: 'この部署の業務がまだありません',
    noneLead: '「業務とプロンプト」で業務をひとつ登録すると、ここに提案として並びます。',
    noneAction: '業務を登録する',
    columnNone: 'いまはありません',
    coverage: (count: number, of: number) => `装着率 ${of} 件中 ${count} 件`,
    count: (count: number) => `${count} 件`,

    pushHeading: '今週、後押しするひとつ',
    pushNone: '登録した業務は、すべて仕事に根づいています。次の業務をひとつ登録しましょう。',
    waiting: '承認待ち',
    carriesGoal: '目標を支える業務',
    fellBack: '段階が戻りました',
    fellSince: (day: string) => `${day} に段階が戻りました`,
    proposed: (by: string, day: string) => `${by}が ${day} に提案`,
    spreadFrom: (department: string) => `${department}で根づいた業務`,
    agreed: '合意したこと',
    nextStep: '次の一歩',
    nextOn: '期日',
    overdue: (day: string) => `${day} を過ぎました`,
    minutes: (minutes: number) => `1 回 ${minutes} 分（申告）`,
    saved: (amount: string) => `この 4 週間で ${amount} 以上（推定）`,
    hours: (hours: string) => `${hours} 時間`,
    minutesOf: (minutes: number) => `${minutes} 分`,
    edit: '合意と次の一歩を書く',
    editNamed: (name: string) => `合意と次の一歩を書く：${name}`,
    save: '保存',
    savedSaid: '書きました。',
    spread: (department: string) => `${department}に提案する`,
    spreadNamed: (name: string, department: string) => `${department}に提案する：${name}`,
    spreadLead:
      '似た業務がある部署です。提案すると、この業務で使っているプロンプトも、書いた人の名前なしで届きます。',
    spreadSaid: (department: string) =>
      `${department}に提案しました。${department}の推進担当者が読んで受け入れると、業務とプロンプトが加わります。`,
  },
  en: {
    lead: 'Four stages until a workflow is part of a department’s work. Cards move by runs alone; nobody can move them by hand.',
    hidden: 'The stages cannot be shown yet',
    hiddenLead:
      'In a small department the stages would give away who used what. They are shown once it has five people or more (or as many as your company asks for). What was agreed and the next step can be written now.',
    none: 'This department has no workflows yet',
    noneLead: 'Register one under “Work and prompts” and it appears here as a proposal.',
    noneAction: 'Register a workflow',
    columnNone: 'None for now',
    coverage: (count: number, of: number) => `Coverage: ${count} of ${of}`,
    count: (count: number) => String(count),

    pushHeading: 'The one to push this week',
    pushNone: 'Every registered workflow is part of the work. Register the next one.',
    waiting: 'Waiting to be accepted',
    carriesGoal: 'Carries the goal',
    fellBack: 'Fell back',
    fellSince: (day: string) => `Fell back on ${day}`,
    proposed: (by: string, day: string) => `Proposed by ${by} on ${day}`,
    spreadFrom: (department: string) => `Took root in ${department}`,
    agreed: 'Agreed',
    nextStep: 'Next step',
    nextOn: 'By',
    overdue: (day: string) => `${day} has passed`,
    minutes: (minutes: number) => `${minutes} minutes each, as declared`,
    saved: (amount: string) => `${amount} or more in these 4 weeks (estimate)`,
    hours: (hours: string) => `${hours} hours`,
    minutesOf: (minutes: number) => `${minutes} minutes`,
    edit: 'Write what was agreed and the next step',
    editNamed: (name: string) => `Write what was agreed and the next step: ${name}`,
    save: 'Save',
    savedSaid: 'Written down.',
    spread: (department: string) => `Propose to ${department}`,
    spreadNamed: (name: string, department: string) => `Propose to ${department}: ${name}`,
    spreadLead:
      'Departments with work like it. A proposal takes the prompts you use for it along, without their authors’ names.',
    spreadSaid: (department: string) =>
      `Proposed to ${department}. It joins their work, with its prompts, once their champion has read and accepted it.`,
  },
});

/** The stages, and what each means. */
export const attachmentStates: Readonly<Record<'ja' | 'en', Record<AttachmentState, Word>>> =
  catalogue({
    ja: {
      proposed: {
        word: '提案',
        meaning: 'この 4 週間に使った人が、3 人（6 人未満の部署では半分）に届いていません。',
      },
      trial: {
        word: '試行',
        meaning: 'この 4 週間に 3 人以上（6 人未満の部署では半分以上）が使いました。',
      },
      attached: { word: '装着', meaning: '試行に加えて、この 4 週のうち 3 週以上で使われました。' },
      settled: { word: '定着', meaning: '装着に加えて、この 12 週のうち 9 週以上で使われました。' },
    },
    en: {
      proposed: {
        word: 'Proposed',
        meaning:
          'In these 4 weeks, fewer than three people ran it (in a department under six, fewer than half).',
      },
      trial: {
        word: 'Trial',
        meaning:
          'Three people or more ran it in these 4 weeks (in a department under six, half of them).',
      },
      attached: {
        word: 'Attached',
        meaning: 'A trial, and run in at least 3 of the last 4 weeks.',
      },
      settled: {
        word: 'Settled',
        meaning: 'Attached, and run in at least 9 of the last 12 weeks.',
      },
    },
  });

/** Who proposed a workflow, by role: a name is told only by its owner (METRICS.md P). */
export const proposers: Readonly<
  Record<'ja' | 'en', Record<AttachmentCard['proposedBy'], string>>
> = catalogue({
  ja: {
    owner: '責任者',
    champion: '推進担当者',
    advisor: '顧問',
    member: 'メンバー',
    gone: '前にいた人',
  },
  en: {
    owner: 'the sponsor',
    champion: 'the champion',
    advisor: 'the advisor',
    member: 'a member',
    gone: 'somebody who left',
  },
});

/** What to do about the one workflow to push, and a message ready to send. */
export const pushes: Readonly<
  Record<
    'ja' | 'en',
    Record<PushReason, (name: string) => { readonly todo: string; readonly message: string }>
  >
> = catalogue({
  ja: {
    fellBack: (name) => ({
      todo: `「${name}」は、前より使われなくなっています。何が手間だったかを、次の定例で聞きましょう。`,
      message: `「${name}」で手が止まったところがあれば、ひとことで教えてください。プロンプトを直します。`,
    }),
    nearlyAttached: (name) => ({
      todo: `「${name}」は、あと 1 週で装着です。今週もう一度、いっしょに使いましょう。`,
      message: `今週も「${name}」を 1 回だけ試してみませんか。10 分、いっしょにやります。`,
    }),
    inTrial: (name) => ({
      todo: `「${name}」を試す人が出てきました。使う曜日を決めると続きます。`,
      message: `「${name}」を、毎週の決まった日に使ってみませんか。最初の回はいっしょにやります。`,
    }),
    firstTrial: (name) => ({
      todo: `「${name}」は、この 4 週間に使った人が少なめです。3 人に声をかけて、いっしょに 1 回ずつ試しましょう。`,
      message: `「${name}」を、いっしょに 1 回試してみませんか。10 分で終わります。`,
    }),
  },
  en: {
    fellBack: (name) => ({
      todo: `“${name}” is used less than before. Ask at the next meeting what got in the way.`,
      message: `If something stopped you in “${name}”, tell me in a line. I will mend the prompt.`,
    }),
    nearlyAttached: (name) => ({
      todo: `“${name}” is one week short of attached. Use it together once more this week.`,
      message: `Shall we run “${name}” once this week, together? It takes ten minutes.`,
    }),
    inTrial: (name) => ({
      todo: `People have begun to try “${name}”. A fixed weekday makes it last.`,
      message: `Shall we use “${name}” on a fixed day each week? I will join the first time.`,
    }),
    firstTrial: (name) => ({
      todo: `Few people ran “${name}” in these four weeks. Ask three people and try it once with each.`,
      message: `Shall we try “${name}” once, together? It takes ten minutes.`,
    }),
  },
});

/** Minutes as people say them: under two hours in minutes, then in halves of hours. */
export function amountOf(minutes: number, language: 'ja' | 'en'): string {
  const t = attachment[language];
  return minutes < 120 ? t.minutesOf(minutes) : t.hours(String(Math.floor(minutes / 30) / 2));
}

/** The message to send for a push; undefined when there is none. */
export function pushWords(
  reply: Pick<AttachmentReply, 'push' | 'cards'>,
  language: 'ja' | 'en',
): { readonly todo: string; readonly message: string } | undefined {
  const { push, cards } = reply;
  const name = cards.find(({ id }) => id === push?.id)?.name;
  return push === undefined || name === undefined ? undefined : pushes[language][push.why](name);
}
