import { catalogue } from './language.ts';

/** Strings of sharing with the department: in the prompt's page, in the lists, and what is new. */
export const sharing = catalogue({
  ja: {
    from: (department: string, author?: string) =>
      author === undefined ? `${department}から` : `${department}・${author}さんから`,
    use: (people: number, runs?: number) =>
      runs === undefined
        ? `4 週間に ${people} 人以上`
        : `4 週間に ${people} 人以上、${runs} 回以上`,
    tag_submitted: '確認待ち',
    tag_returned: 'ことばが届いています',
    tag_approved: '部署で共有中',
    tag_retired: '部署の一覧から外れました',

    heading: '部署と共有',
    lead: (department: string) =>
      `うまくいった頼み方を、${department}のみんなの一覧に入れられます。推進担当者が読んでから入ります。業務がほかの部署へ広がるときは、文だけが、名前なしで渡ることがあります。`,
    improveLead: (department: string) =>
      `${department}のプロンプトを書きかえた文です。よりよい文として提案できます。承認されるまで、部署ではいまの文が使われます。`,
    look: '送る内容を見る',
    tooLong:
      'このプロンプトは長すぎるか、ほかの道具の番号が付いているため、共有できません。新しく書いて写すと共有できます。',
    state_submitted: '推進担当者の確認を待っています',
    state_submittedLead: '承認されると、みんなの一覧に入ります。',
    state_returned: '推進担当者から、ことばが届いています',
    state_returnedLead: '直して、もう一度送れます。',
    state_approved: '部署の一覧に入っています',
    state_approvedLead: 'みんなが使えます。',
    state_retired: '部署の一覧から外れました',
    state_retiredLead: '手元のプロンプトは、そのまま使えます。',
    changed: '手元の文が、送った文から変わっています。新しい文は、承認されると入れかわります。',
    withdraw: '取り下げる',
    withdrawn: '取り下げました',
    sent: '送りました。推進担当者が読むと、ここに出ます',

    previewTitle: '送る内容',
    previewLead: (department: string) =>
      `${department}の推進担当者に送るのは、ここにあるものだけです。人の名前や取引先の名前が残っていないか、確かめてください。`,
    previewBlanks: '空欄',
    previewDefault: (value: string) => `はじめの値：${value}`,
    previewExample: (value: string) => `入力例：${value}`,
    previewChoices: (values: string) => `選択肢：${values}`,
    previewWorkflow: '業務',
    previewServes: (name: string) => `部署の業務「${name}」のプロンプトとして送ります。`,
    previewNot: '送らないもの：以前の版、覚えた値、業務のサイト、いつ使ったか。',
    named: '名前を出す',
    namedHint:
      '一覧で、このプロンプトにあなたの名前が付きます。出さないときは、推進担当者にも名前は見えません。',
    withWorkflow: (name: string) => `業務「${name}」も一緒に提案する`,
    withWorkflowHint: '部署の業務になると、だれのかを分けずに、実行が業務ごとに数えられます。',
    send: '部署に送る',
    cancel: 'やめる',
    close: '閉じる',

    theirs: (department: string) => `${department}のプロンプトです`,
    theirsBy: (department: string, author: string) =>
      `${department}のプロンプトです（${author}さんの文）`,
    theirsLead: '書きかえて保存すると、自分の文になります。部署の文は、そのまま残ります。',
    newer: '部署に新しい版があります',
    newerLead: '手元の文は、そのままです。比べてから選べます。',
    newerTake: '部署の版にする',
    newerTaken: '部署の版にしました。さっきまでの文も「以前の版」に残っています',
    newerDiff: '手元の文との違いを見る',

    workflowsHeading: (department: string) => `${department}の業務`,
    workflowsLead:
      '部署で登録した業務です。自分の業務に加えると、その日に出て、実行が部署でも数えられます。',
    takeOver: '自分の業務に加える',
    takeOverNamed: (name: string) => `自分の業務に加える：${name}`,
    takenOver: (name: string) => `「${name}」を加えました`,

    news: 'ツールの新しいこと',
    newsLead: '推進担当者と顧問からの、月に一度の知らせです。',
    newsNone: 'まだ知らせはありません',
    newsNoneLead: 'ツールに新しいことがあると、仕事での使いみちと一緒にここに出ます。',
    newsMeaning: 'うちの仕事では',
    newsTry: 'このプロンプトで試す',
    newsClose: '閉じる',
    newsAll: 'これまでの知らせ',
    newsBy_owner: '責任者より',
    newsBy_champion: '推進担当者より',
    newsBy_advisor: '顧問より',
  },
  en: {
    from: (department: string, author?: string) =>
      author === undefined ? `From ${department}` : `From ${author}, ${department}`,
    use: (people: number, runs?: number) =>
      runs === undefined
        ? `At least ${people} people in 4 weeks`
        : `At least ${people} people, ${runs} runs in 4 weeks`,
    tag_submitted: 'Waiting for an answer',
    tag_returned: 'Sent back with a note',
    tag_approved: 'Shared with the department',
    tag_retired: 'No longer on the department’s list',

    heading: 'Share with the department',
    lead: (department: string) =>
      `What works for you can go on the list for everybody in ${department}. Your champion reads it first. When the work spreads to another department, the text may go along, without your name.`,
    improveLead: (department: string) =>
      `You rewrote a prompt of ${department}. You can propose your text as the better one; until it is approved the department goes on using the present one.`,
    look: 'See what would be sent',
    tooLong:
      'This prompt is too long, or was numbered by another tool, so it cannot be shared. Write a new one and copy the text into it.',
    state_submitted: 'Your champion has it',
    state_submittedLead: 'Once approved it is on everybody’s list.',
    state_returned: 'Your champion sent it back with a note',
    state_returnedLead: 'Change it and send it again.',
    state_approved: 'It is on the department’s list',
    state_approvedLead: 'Everybody can use it.',
    state_retired: 'It is no longer on the department’s list',
    state_retiredLead: 'Your own stays as it is.',
    changed:
      'Your text has changed since you sent it. A new one takes its place once it is approved.',
    withdraw: 'Take it back',
    withdrawn: 'Taken back',
    sent: 'Sent. The answer will appear here',

    previewTitle: 'What is sent',
    previewLead: (department: string) =>
      `Only this goes to the champion of ${department}. Please check that no name of a person or customer is left in it.`,
    previewBlanks: 'Fields',
    previewDefault: (value: string) => `starts with: ${value}`,
    previewExample: (value: string) => `example: ${value}`,
    previewChoices: (values: string) => `choices: ${values}`,
    previewWorkflow: 'Workflow',
    previewServes: (name: string) =>
      `It is sent as a prompt of the department’s workflow “${name}”.`,
    previewNot:
      'Not sent: earlier versions, remembered values, the workflow’s site, when you used it.',
    named: 'Show my name',
    namedHint:
      'Your name stands beside this prompt on the list. Otherwise your champion does not see it either.',
    withWorkflow: (name: string) => `Propose the workflow “${name}” with it`,
    withWorkflowHint:
      'As a workflow of the department its runs are counted together, never by person.',
    send: 'Send to the department',
    cancel: 'Cancel',
    close: 'Close',

    theirs: (department: string) => `A prompt of ${department}`,
    theirsBy: (department: string, author: string) => `A prompt of ${department}, by ${author}`,
    theirsLead: 'Change and save it, and it becomes your own. The department’s stays as it is.',
    newer: 'The department has a newer version',
    newerLead: 'Yours is as it was. Compare them and choose.',
    newerTake: 'Take the department’s version',
    newerTaken:
      'This is the department’s version now. Yours from before is kept under earlier versions',
    newerDiff: 'Compare with your text',

    workflowsHeading: (department: string) => `Workflows of ${department}`,
    workflowsLead:
      'Registered by your department. Add one to your own and it comes up on its day, and its runs count for the department too.',
    takeOver: 'Add to my workflows',
    takeOverNamed: (name: string) => `Add to my workflows: ${name}`,
    takenOver: (name: string) => `“${name}” is among your workflows`,

    news: 'What is new in the tools',
    newsLead: 'Once a month, from your champions and advisors.',
    newsNone: 'No news yet',
    newsNoneLead:
      'When a tool has something new it appears here, with what it is good for in your work.',
    newsMeaning: 'For our work',
    newsTry: 'Try it with this prompt',
    newsClose: 'Close',
    newsAll: 'Earlier news',
    newsBy_owner: 'From the sponsor',
    newsBy_champion: 'From your champion',
    newsBy_advisor: 'From your advisor',
  },
});
