import type { Language } from './language.ts';
import { catalogue } from './language.ts';

/** What the papers for staff are filled from. Days and shares are words already. */
export interface GoalPaper {
  readonly organisation: string;
  readonly purpose: string;
  readonly sentence: string;
  readonly share: string;
  readonly by: string;
  readonly departments: readonly string[];
  readonly workflows: readonly string[];
  /** Of the department in view; undefined while none is appointed. */
  readonly champion: string | undefined;
  /** Fewest people whose numbers are shown. */
  readonly floor: number;
}

/** The papers, by what they are for. */
export const GOAL_DOCUMENTS = ['notice', 'rules', 'checklist'] as const;

/** Name of a paper. */
export type GoalDocument = (typeof GOAL_DOCUMENTS)[number];

/**
 * The three papers a company needs before it looks at use (PPC FAQ Q5-7: the purpose told in advance, a responsible
 * person, rules for operators, a check), as Markdown. Drafts: each says that counsel is to confirm it.
 */
export function goalDocument(name: GoalDocument, paper: GoalPaper, language: Language): string {
  return documents[language][name](paper).join('\n');
}

const list = (items: readonly string[], none: string): string[] =>
  (items.length === 0 ? [none] : items).map((item) => `- ${item}`);

const documents = catalogue({
  ja: {
    notice: (p: GoalPaper) => [
      `# AI の活用を始めます（${p.organisation}）`,
      '',
      `目的：${p.purpose}。${p.sentence}`,
      `目標：${p.by} までに、${p.share} の人の習慣にします。`,
      '',
      '## 進める部署',
      ...list(p.departments, '【部署名】'),
      '',
      '## はじめる業務',
      ...list(p.workflows, '【業務名】'),
      '',
      '## 記録するもの',
      '- 日ごとの、ツール別の訪問回数、使った時間、プロンプトを始めた回数、業務を行った回数',
      '',
      '## 記録しないもの',
      '- 書いた内容、AI の答え、ページの題名とアドレス、ほかのサイトの閲覧',
      '',
      '## 見える範囲',
      '- 個人の記録は本人にだけ見えます。',
      `- 部署の数字は ${p.floor} 人以上のときだけ、合計で出します。`,
      '- 人事評価、勤務の管理には使いません。',
      '- いつでも止められます。退職した人の記録は 30 日以内に消します。',
      '',
      `責任者：【氏名】　推進担当者：${p.champion ?? '【氏名】'}　問い合わせ：【連絡先】`,
      '',
      '（下書きです。社会保険労務士または弁護士に確かめてから出してください。）',
    ],
    rules: (p: GoalPaper) => [
      `# AI 利用記録の取り扱い規程（${p.organisation}・ひな形）`,
      '',
      '## 第1条（目的）',
      `この規程は、「${p.sentence}」（${p.purpose}）のために AI の利用状況を部署単位で把握し、業務の支援に用いることを目的とする。人事評価および労務管理には用いない。`,
      '',
      '## 第2条（記録する項目）',
      '日ごと・ツールごとの訪問回数、利用時間、プロンプトを始めた回数、登録した業務の実行回数に限る。入力した文章、AI の回答、ページの題名および内容は記録しない。',
      '',
      '## 第3条（閲覧）',
      `個人の記録は本人のみが閲覧する。部署の数値は ${p.floor} 人以上の集計に限り、責任者、推進担当者および顧問が閲覧する。`,
      '',
      '## 第4条（責任者）',
      '運用の責任者は【役職・氏名】とする。責任者は、権限の付与、設定の変更および本規程の遵守を管理する。',
      '',
      '## 第5条（推進担当者）',
      `推進担当者（${p.champion ?? '【氏名】'}）は、業務の支援のためにのみ集計を用い、個人の記録を求めてはならない。`,
      '',
      '## 第6条（保存と削除）',
      '日ごとの記録は 13 か月、その後は週の合計のみを保存する。退職した者の記録は 30 日以内に、本人の求めがあれば直ちに削除する。',
      '',
      '## 第7条（通知と点検）',
      '本規程は開始前に全従業員へ通知し、年に一度、別紙の点検表により遵守を確かめる。',
      '',
      '附則　この規程は【年月日】から施行する。',
      '',
      '（ひな形です。社会保険労務士または弁護士に確かめてから用いてください。）',
    ],
    checklist: (p: GoalPaper) => [
      `# 年に一度の点検表（${p.organisation}）`,
      '',
      '点検日：【年月日】　点検した人：【氏名】',
      '',
      `- [ ] 目的（${p.purpose}）は変わっていない。変わったときは、先に通知した`,
      '- [ ] 通知文と規程は、いまの記録項目と合っている',
      '- [ ] 責任者と推進担当者の名前は、いまの人になっている',
      `- [ ] 数字を出す人数の下限は ${p.floor} 人以上になっている`,
      '- [ ] 人事評価や勤務の管理に使われていない',
      '- [ ] 退職した人の記録は消えている',
      '- [ ] 控え（バックアップ）の置き場所と、見られる人を確かめた',
      '- [ ] 止めたいと言った人が、止められている',
      '',
      '（ひな形です。社会保険労務士または弁護士に確かめてから用いてください。）',
    ],
  },
  en: {
    notice: (p: GoalPaper) => [
      `# We begin to use AI at work (${p.organisation})`,
      '',
      `Purpose: ${p.purpose}. ${p.sentence}`,
      `Goal: by ${p.by}, a habit for ${p.share} of us.`,
      '',
      '## Departments that begin',
      ...list(p.departments, '【departments】'),
      '',
      '## Work we begin with',
      ...list(p.workflows, '【workflows】'),
      '',
      '## What is recorded',
      '- For each day and tool: visits, time of use, prompts started, runs of registered work',
      '',
      '## What is not recorded',
      '- What you write, the AI’s answers, titles and addresses of pages, other browsing',
      '',
      '## Who sees what',
      '- A person’s record is visible to that person alone.',
      `- Numbers of a department are shown as totals, from ${p.floor} people on.`,
      '- Nothing of it is used for personnel evaluation or attendance.',
      '- You can pause at any time. Records of people who leave are deleted within 30 days.',
      '',
      `Responsible: 【name】. Champion: ${p.champion ?? '【name】'}. Questions: 【contact】`,
      '',
      '(A draft. Have counsel confirm it before it goes out.)',
    ],
    rules: (p: GoalPaper) => [
      `# Rules on records of AI use (${p.organisation}, template)`,
      '',
      '## 1. Purpose',
      `Use of AI is looked at by department, in order to support the work towards “${p.sentence}” (${p.purpose}). It is not used for personnel evaluation or labour management.`,
      '',
      '## 2. What is recorded',
      'For each day and tool only: visits, time of use, prompts started, runs of registered work. Texts written, answers of the AI, titles and contents of pages are not recorded.',
      '',
      '## 3. Who sees it',
      `A person’s record is seen by that person alone. Numbers of a department are seen by the sponsor, champions and advisors, as totals of ${p.floor} people or more.`,
      '',
      '## 4. Responsible person',
      '【Title and name】 is responsible for the grant of rights, for changes of settings and for keeping these rules.',
      '',
      '## 5. Champions',
      `A champion (${p.champion ?? '【name】'}) uses totals to support the work only and must not ask for anybody’s record.`,
      '',
      '## 6. Keeping and deleting',
      'Daily records are kept 13 months, then weekly totals only. Records of people who leave are deleted within 30 days, at once on request.',
      '',
      '## 7. Notice and check',
      'All staff are told of these rules before it begins. They are checked once a year by the checklist.',
      '',
      'In force from 【date】.',
      '',
      '(A template. Have counsel confirm it before use.)',
    ],
    checklist: (p: GoalPaper) => [
      `# Yearly checklist (${p.organisation})`,
      '',
      'Date: 【date】. Checked by: 【name】',
      '',
      `- [ ] The purpose (${p.purpose}) is the same; if not, staff were told first`,
      '- [ ] Notice and rules match what is recorded today',
      '- [ ] The responsible person and the champions named are the present ones',
      `- [ ] Numbers are shown from ${p.floor} people on, or more`,
      '- [ ] Nothing was used for personnel evaluation or attendance',
      '- [ ] Records of people who left are deleted',
      '- [ ] It is known where backups lie and who can read them',
      '- [ ] Whoever wanted to pause could',
      '',
      '(A template. Have counsel confirm it before use.)',
    ],
  },
});
