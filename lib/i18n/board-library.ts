import type { StaleBecause } from '../domain/shared-prompt.ts';
import { catalogue } from './language.ts';

/** Strings of the board's pages on what a department shares: review, workflows, prompts, what is new. */
export const boardLibrary = catalogue({
  ja: {
    queue: '確認を待っているもの',
    queueNone: '待っているものはありません',
    queueNoneLead: 'みんながプロンプトのページの「部署と共有」から送ると、ここに出ます。',
    queueAdvisor: '承認と返却は、推進担当者と責任者が行います。',
    from: (author: string) => `${author}さんから`,
    fromNobody: '名前なしで',
    at: (when: string) => `${when} に届きました`,
    serves: (workflow: string) => `業務「${workflow}」のプロンプト`,
    proposes: (workflow: string) =>
      `業務「${workflow}」も一緒に提案されています。承認すると、部署の業務になります。`,
    newVersion: 'いま使っているプロンプトの、新しい文です。承認すると入れかわります。',
    check: '人や取引先の名前が残っていないか、ほかの人も空欄で使い回せるかを確かめてください。',
    approve: '承認して一覧に入れる',
    approveNamed: (title: string) => `承認して一覧に入れる：${title}`,
    approved: '一覧に入れました。',
    return: 'ことばを添えて返す',
    returnNamed: (title: string) => `ことばを添えて返す：${title}`,
    word: 'ことば',
    wordHint: '直してほしいところを短く。送った人にだけ届きます。',
    wordMissing: 'ひとこと入れてください',
    returnSend: '返す',
    returned: '返しました。',
    cancel: 'やめる',
    proposed: (name: string) => `提案された業務：${name}`,
    accept: '部署の業務にする',
    accepted: '部署の業務にしました。',
    offer: (from: string, count: number) =>
      `${from}から、使っているプロンプト ${count} 件と一緒に提案されています。`,
    offerLead:
      'まだだれの画面にも出ていません。この部署に合わないものは外してください。入れたものは、あとから直せます。',
    takeNamed: (title: string) => `「${title}」を部署の一覧に入れる`,
    acceptWith: (count: number) => `部署の業務にして、プロンプト ${count} 件を入れる`,
    acceptNamed: (words: string, name: string) => `${words}：${name}`,
    acceptedWith: (count: number) =>
      `部署の業務にしました。プロンプト ${count} 件が、みんなの一覧に入りました。`,
    takenFrom: (from: string) => `${from}から広がりました`,
    decline: '見送る',
    declineNamed: (name: string) => `見送る：${name}`,
    declined: '見送りました。',

    stale: '見直しどき',
    staleLead:
      '使われ続けていますが、いちど読み直すとよいものです。直したいときは、プロンプトのページから新しい文を送れます。',
    stale_age: '前の確認から 90 日',
    stale_tool: 'ツールが変わりました',
    keep: 'このまま使う',
    keepNamed: (title: string) => `このまま使う：${title}`,
    kept: '確認しました。',

    workflows: '部署の業務',
    workflowsLead: 'みんなが自分の業務に加えられます。人数と回数の目安は、5 人から出ます。',
    workflowsNone: 'まだ部署の業務がありません',
    workflowsNoneLead:
      'くり返しの仕事をひとつ登録すると、みんなの「業務」のページに出て、どの仕事に AI が付いたかを数えられます。',
    byPack: 'パックから登録',
    byHand: '自分で書いて登録',
    packDepartment: '部署の種類',
    register: '登録',
    registerNamed: (name: string) => `部署の業務として登録：${name}`,
    registered: (name: string) => `「${name}」を登録しました。`,
    isRegistered: '登録済み',
    anyTool: 'それぞれのいつものツール',
    retire: '外す',
    retireNamed: (name: string) => `外す：${name}`,
    retired: '外しました。いつでも戻せます。',
    reuse: '戻す',
    reuseNamed: (name: string) => `戻す：${name}`,
    reused: '戻しました。',
    retiredOnes: (count: number) => `外したもの（${count}）`,

    prompts: '部署のプロンプト',
    promptsNone: 'まだ部署のプロンプトがありません',
    promptsNoneLead: '承認したプロンプトがここに並び、みんなのパレットに出ます。',
    noWorkflow: '業務に結びつけない',
    workflowOf: '業務',
    workflowSaved: '結びつけました。',
    approvedAt: (when: string) => `${when} に承認`,
    show: '文を見る',
    versions: 'これまでの文',
    versionAt: (when: string) => `${when} に承認した文`,
    versionInUse: 'いま使っています',
    bringBack: 'この文に戻す',
    broughtBack: 'この文に戻しました。',

    news: 'ツールの新しいことを知らせる',
    newsLead:
      '月に一度、ツールごとに。みんなのポップアップに一度だけ出て、あとから「会社」のページで読めます。',
    tool: 'ツール',
    newsTitle: '見出し',
    newsTitlePlaceholder: '例：表のファイルを読めるようになりました',
    changed: '何が変わったか',
    meaning: 'うちの仕事では',
    meaningHint: 'どの業務で、どう使うとよいか。',
    tryPrompt: '試すプロンプト',
    noPrompt: '付けない',
    asksReview: 'このツールのプロンプトを見直しに出す',
    asksReviewHint:
      '答え方が変わるような変化のときに。部署のプロンプトが「見直しどき」に並びます。',
    publish: '知らせる',
    published: '知らせました。',
    newsMissing: '見出しと二つの文を入れてください',
    newsOut: '出した知らせ',
    newsOutNone: 'まだ出していません。',
    newsOf: (tool: string, month: string) => `${tool}　${month}`,
    withdraw: '取り下げる',
    withdrawNamed: (title: string) => `取り下げる：${title}`,
    withdrawn: '取り下げました。',
  },
  en: {
    queue: 'Waiting for review',
    queueNone: 'Nothing is waiting',
    queueNoneLead:
      'What people send from a prompt’s page, “Share with the department”, appears here.',
    queueAdvisor: 'Champions and sponsors approve or return.',
    from: (author: string) => `From ${author}`,
    fromNobody: 'Without a name',
    at: (when: string) => `sent ${when}`,
    serves: (workflow: string) => `A prompt for the workflow “${workflow}”`,
    proposes: (workflow: string) =>
      `The workflow “${workflow}” is proposed with it. Approve and it becomes the department’s.`,
    newVersion: 'A new text for a prompt that is in use. Approve and it takes its place.',
    check:
      'Please check that no name of a person or customer is left, and that others can use it by filling in the fields.',
    approve: 'Approve for the list',
    approveNamed: (title: string) => `Approve for the list: ${title}`,
    approved: 'It is on the list.',
    return: 'Return with a note',
    returnNamed: (title: string) => `Return with a note: ${title}`,
    word: 'Your note',
    wordHint: 'What to change, in short. Only the sender gets it.',
    wordMissing: 'Please write a note',
    returnSend: 'Return',
    returned: 'Returned.',
    cancel: 'Cancel',
    proposed: (name: string) => `Proposed workflow: ${name}`,
    accept: 'Add to the department',
    accepted: 'It is a workflow of the department now.',
    offer: (from: string, count: number) =>
      count === 1
        ? `${from} proposes it, with the prompt they use for it.`
        : `${from} proposes it, with the ${count} prompts they use for it.`,
    offerLead:
      'Nobody has them yet. Leave out what does not fit your department. What you take can be changed afterwards.',
    takeNamed: (title: string) => `Put “${title}” on the department’s list`,
    acceptWith: (count: number) =>
      count === 1
        ? 'Add to the department with 1 prompt'
        : `Add to the department with ${count} prompts`,
    acceptNamed: (words: string, name: string) => `${words}: ${name}`,
    acceptedWith: (count: number) =>
      count === 1
        ? 'It is a workflow of the department now, and the prompt is on everybody’s list.'
        : `It is a workflow of the department now, and ${count} prompts are on everybody’s list.`,
    takenFrom: (from: string) => `spread from ${from}`,
    decline: 'Not now',
    declineNamed: (name: string) => `Not now: ${name}`,
    declined: 'Set aside.',

    stale: 'Worth another look',
    staleLead:
      'They are still in use, but should be read once more. To change one, send a new text from its page under your prompts.',
    stale_age: '90 days since the last look',
    stale_tool: 'The tool has changed',
    keep: 'Keep as it is',
    keepNamed: (title: string) => `Keep as it is: ${title}`,
    kept: 'Noted.',

    workflows: 'The department’s workflows',
    workflowsLead:
      'Everybody can add them to their own. People and runs are shown roughly, once there are five people.',
    workflowsNone: 'No workflows of the department yet',
    workflowsNoneLead:
      'Register one piece of recurring work: it appears on everybody’s page “Workflows”, and you can see which work has AI attached.',
    byPack: 'Register from a pack',
    byHand: 'Register by hand',
    packDepartment: 'Kind of department',
    register: 'Register',
    registerNamed: (name: string) => `Register for the department: ${name}`,
    registered: (name: string) => `“${name}” is registered.`,
    isRegistered: 'Registered',
    anyTool: 'Each person’s usual tool',
    retire: 'Take off',
    retireNamed: (name: string) => `Take off: ${name}`,
    retired: 'Taken off. You can bring it back at any time.',
    reuse: 'Bring back',
    reuseNamed: (name: string) => `Bring back: ${name}`,
    reused: 'It is back.',
    retiredOnes: (count: number) => `Taken off (${count})`,

    prompts: 'The department’s prompts',
    promptsNone: 'No prompts of the department yet',
    promptsNoneLead: 'The prompts you approve appear here, and in everybody’s palette.',
    noWorkflow: 'No workflow',
    workflowOf: 'Workflow',
    workflowSaved: 'Saved.',
    approvedAt: (when: string) => `approved ${when}`,
    show: 'Show the text',
    versions: 'Texts so far',
    versionAt: (when: string) => `Approved ${when}`,
    versionInUse: 'In use now',
    bringBack: 'Bring this text back',
    broughtBack: 'This text is back.',

    news: 'Share what is new in a tool',
    newsLead:
      'Once a month for each tool. It appears in everybody’s popup once, and can be read later on the page “Company”.',
    tool: 'Tool',
    newsTitle: 'Heading',
    newsTitlePlaceholder: 'e.g. It reads spreadsheet files now',
    changed: 'What has changed',
    meaning: 'For our work',
    meaningHint: 'In which workflow, and how to use it.',
    tryPrompt: 'Prompt to try',
    noPrompt: 'None',
    asksReview: 'List this tool’s prompts for another look',
    asksReviewHint:
      'For a change that makes it answer differently. The department’s prompts then appear under “Worth another look”.',
    publish: 'Publish',
    published: 'Published.',
    newsMissing: 'Please fill in the heading and both texts',
    newsOut: 'Published so far',
    newsOutNone: 'Nothing yet.',
    newsOf: (tool: string, month: string) => `${tool}, ${month}`,
    withdraw: 'Take back',
    withdrawNamed: (title: string) => `Take back: ${title}`,
    withdrawn: 'Taken back.',
  },
});

/** Why a prompt should be looked at again. */
export function staleWords(because: StaleBecause, language: 'ja' | 'en'): string {
  return boardLibrary[language][`stale_${because}`];
}
