import type { CompanyGoal } from '../contract/hub/programme.ts';
import { catalogue } from './language.ts';

/** Strings of the board's page of the goal. */
export const goal = catalogue({
  ja: {
    none: '目標はまだ決まっていません',
    noneLead:
      '責任者が、何のために、いつまでに、どこまでかを決めます。目標のない推進は、名ばかりになりがちです。',
    noneOwnerLead: '数字ひとつと期日ひとつで始められます。あとから変えられます。',
    paper: 'わたしたちの目標',
    by: (day: string) => `${day} までに`,
    number: (share: string) => `${share} の人の習慣に`,
    numberHint:
      '習慣とは、この 12 週のうち 9 週以上で使った状態です（始まりの 12 週間は 4 週のうち 4 週）。',
    departments: 'いっしょに進める部署',
    workflows: '目標を支える業務',
    champion: '推進担当者',
    promise:
      '個人の記録は本人にだけ見えます。人事評価には使いません。書いた内容、ページの題名や中身は集めません。',
    printed: (organisation: string, when: string) => `${organisation}　${when}`,

    edit: '目標を変える',
    step1: '1. 何のために、どこまで、いつまでに',
    step2: '2. だれが、どの業務で',
    purpose: '何のために',
    sentence: '社員に見せるひとこと',
    sentenceHint: '例：見積もりを半分の時間で返し、夕方に帰れる営業になる',
    share: '習慣にする人の割合',
    shareHint: '迷ったら 60% から。5 人の部署では、60% までなら届いたかを確かめられます。',
    sharePercent: (value: number) => `${value}%`,
    day: '期日',
    dayHint: '16 週間とその後の 2 か月を見て、半年先が目安です。',
    pickDepartments: '進める部署',
    pickWorkflows: (department: string) => `${department}で目標を支える業務`,
    noWorkflows:
      'この部署の業務はまだありません。「業務とプロンプト」で登録すると、ここで選べます。',
    missing: 'ひとこと、期日、部署をうめてください。',
    save: '目標を決める',
    savedSaid: '目標を決めました。',

    step3: '3. 推進担当者を任命する',
    appointLead: (department: string) => `${department}で、目標に向けて業務を後押しする人です。`,
    appointFirst_goal:
      '先に目標を決め、この部署を選んでください。目標のない推進担当者は、名ばかりになります。',
    appointFirst_workflow:
      '先にこの部署の業務をひとつ登録してください。推進担当者が後押しするものです。',
    person: '任命する人',
    nobody: '選んでください',
    checks: '任命の前に、ふたりで確かめる',
    checksHint: '自己点検です。保存も送信もしません。',
    check_authority: '部署をまたいで頼める権限を渡した',
    check_time: '月に 2 回の定例の時間を空けた',
    check_ai: 'AI をふだんの仕事で使っている',
    check_process: 'この部署の仕事の流れを知っている',
    check_talk: '困っている人に声をかけられる',
    checksGap: '空いたところは、顧問か責任者が補いましょう。',
    appoint: '任命する',
    appointAgain: '任命し直す',
    appointed: (name: string) => `${name} さんを任命しています。`,
    appointedSaid: '任命しました。',

    step4: '4. 進め方',
    flow: '月に 2 回の定例と、業務の後押しを 16 週間続けます。',
    toProgramme: '16 週間のページへ',

    documents: '社内に出す書類',
    documentsLead:
      '目標から下書きを作りました。【 】は会社で埋めてください。出す前に、社会保険労務士や弁護士に確かめてください。',
    document_notice: '従業員向けの通知文',
    document_rules: '社内規程のひな形',
    document_checklist: '年に一度の点検表',
    copy: 'Markdown をコピー',
    copyNamed: (name: string) => `Markdown をコピー：${name}`,
  },
  en: {
    none: 'There is no goal yet',
    noneLead:
      'The sponsor says what for, by when and how far. Without a goal a champion easily becomes one in name only.',
    noneOwnerLead: 'One number and one date are enough to begin. Both can be changed later.',
    paper: 'Our goal',
    by: (day: string) => `By ${day}`,
    number: (share: string) => `a habit for ${share} of us`,
    numberHint:
      'A habit means used in 9 of the last 12 weeks (in the first 12 weeks: in 4 of the last 4).',
    departments: 'Departments that carry it',
    workflows: 'Work that carries it',
    champion: 'Champion',
    promise:
      'A person’s record is visible to that person alone. It is not used for personnel evaluation. What you write, titles and contents of pages are never collected.',
    printed: (organisation: string, when: string) => `${organisation}, ${when}`,

    edit: 'Change the goal',
    step1: '1. What for, how far, by when',
    step2: '2. Who, with which work',
    purpose: 'What for',
    sentence: 'One sentence for staff',
    sentenceHint: 'For example: quotes in half the time, and home by evening',
    share: 'Share of people with a habit',
    shareHint: 'When in doubt, 60%. In a department of five, a goal up to 60% can be told.',
    sharePercent: (value: number) => `${value}%`,
    day: 'Date',
    dayHint: 'Sixteen weeks and two months to watch: about half a year ahead.',
    pickDepartments: 'Departments',
    pickWorkflows: (department: string) => `Work of ${department} that carries it`,
    noWorkflows: 'This department has no workflows yet. Register one under “Work and prompts”.',
    missing: 'Fill in the sentence, the date and the departments.',
    save: 'Set the goal',
    savedSaid: 'The goal is set.',

    step3: '3. Appoint a champion',
    appointLead: (department: string) => `Who pushes the work towards the goal in ${department}.`,
    appointFirst_goal:
      'Set a goal first that names this department: a champion without a goal is one in name only.',
    appointFirst_workflow:
      'Register a workflow of this department first: it is what the champion will push.',
    person: 'Person',
    nobody: 'Choose a person',
    checks: 'Before appointing, check together',
    checksHint: 'For yourselves. It is neither stored nor sent.',
    check_authority: 'Authority to ask across departments is given',
    check_time: 'Time for two meetings a month is kept free',
    check_ai: 'Uses AI in everyday work',
    check_process: 'Knows how work flows in this department',
    check_talk: 'Can speak to those who are stuck',
    checksGap: 'Let the advisor or the sponsor make up for what is open.',
    appoint: 'Appoint',
    appointAgain: 'Appoint another',
    appointed: (name: string) => `${name} is appointed.`,
    appointedSaid: 'Appointed.',

    step4: '4. How it goes on',
    flow: 'Two meetings a month and one push a week, for sixteen weeks.',
    toProgramme: 'To the sixteen weeks',

    documents: 'Papers for staff',
    documentsLead:
      'Drafted from the goal. Fill in what stands in 【 】, and have counsel confirm them before they go out.',
    document_notice: 'Notice to staff',
    document_rules: 'Template of internal rules',
    document_checklist: 'Yearly checklist',
    copy: 'Copy as Markdown',
    copyNamed: (name: string) => `Copy as Markdown: ${name}`,
  },
});

/** What a goal is for. */
export const purposes: Readonly<Record<'ja' | 'en', Record<CompanyGoal['purpose'], string>>> =
  catalogue({
    ja: { sales: '売上を伸ばす', efficiency: '手間を減らす', hands: '人手の足りないところを補う' },
    en: { sales: 'More sales', efficiency: 'Lighter work', hands: 'Make up for too few people' },
  });
