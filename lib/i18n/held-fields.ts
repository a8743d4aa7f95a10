import { catalogue } from './language.ts';

/** A stored field as a person reads it: what it is, and what it is kept for. */
export interface FieldWords {
  readonly name: string;
  readonly purpose: string;
}

const words = (name: string, purpose: string): FieldWords => ({ name, purpose });

/**
 * Every stored field by kind and name, for 「送信データを見る」. `held-groups.test.ts` demands an entry for each field of the
 * stored schemas, so that nothing can be stored without its purpose being told.
 */
export const heldFields = catalogue({
  ja: {
    device: {
      id: words(
        '端末の番号',
        '二台で使ったとき、同じ日を二重に数えないため。名前や機種とは関係のない乱数です',
      ),
      createdAt: words('番号を作った時', '番号がいつのものかを確かめるため'),
      startedOn: words('使い始めた日', '線の始まりを決めるため'),
    },
    ledger: {
      visits: words('訪問の回数', '訪問日を数えるため'),
      engagedSeconds: words('使った秒数', '30 秒以上使ったかを確かめるため'),
      promptsStarted: words(
        '送信した回数',
        '訪問だけでは分からない使い方を、別の数で示すため。文は読みません',
      ),
      selfReported: words('自己申告', 'スマートフォンなどで使った日を、分けて示すため'),
      runs: words(
        '業務ごと、部署のプロンプトごとの実行回数',
        '短くなった時間の目安を出し、部署でどれが使われるかを数えるため',
      ),
    },
    settings: {
      language: words('言語', '選んだ言葉で表示するため'),
      welcomedAt: words('最初の案内を終えた時', '案内を二度出さないため'),
      department: words('主な仕事', 'はじめに案内する業務を選ぶため'),
      preferredTool: words('いつものツール', '「開く」で開くため'),
      weeklyGoal: words('週の目標', '続いている週を数えるため'),
      shortcut: words('パレットを開くキー', '選んだキーで開くため'),
      rowOff: words('提案の表示', '畳んだままにするため'),
      paused: words('記録の休み', '休んでいるあいだ記録しないため'),
      weeklySummary: words('週のまとめの知らせ', '選んだ時刻に知らせるため'),
      nudges: words('業務のお知らせ', '選んだ時間帯にだけ声をかけるため'),
      chips: words('仕事のサイトでのお知らせ', '選んだサイトには出さないため'),
      asks: words('会社からの声かけ', 'あなたが切ったものを出さないため'),
      championEmail: words(
        '推進担当者のアドレス',
        'メールの下書きの宛先にするため。自動では送りません',
      ),
    },
    calendar: {
      country: words('国・地域', '祝日を休みとして数えるため'),
      weekdays: words('働く曜日', '稼働日を決めるため'),
      closures: words('会社の休業日', '休みの日で線を切らないため'),
      leave: words('自分の休暇', '休みの日で線を切らないため'),
    },
    workflow: {
      id: words('番号', '同じ業務だと分かるため'),
      name: words('業務の名前', '業務を見分けるため'),
      kind: words('仕事の種類', '種類ごとに並べるため'),
      rhythm: words('周期', 'その日に知らせるため'),
      site: words('サイトの名前', 'どのサイトの仕事かを示すため。ページの場所は残しません'),
      tool: words('使うツール', '「開く」で開くため'),
      minutes: words('ふだんかかる分数', '短くなった時間の目安を出すため'),
      source: words('出どころ', '自分で登録したか、パックや部署からかを示すため'),
      createdAt: words('登録した時', '並べるため'),
      updatedAt: words('変えた時', '二台のうち新しい方を残すため'),
      deletedAt: words('削除した時', '30 日のあいだ元に戻せるようにするため'),
    },
    prompt: {
      id: words('番号', '同じプロンプトだと分かるため'),
      title: words('題名', 'プロンプトを見分けるため'),
      body: words('本文', 'チャットに入れるため。登録した文だけで、チャットの中身ではありません'),
      variables: words('空欄', '使うたびに変わるところを入れるため'),
      workflowId: words('結びつけた業務', '業務の日に一緒に出すため'),
      source: words('出どころ', '自分で書いたか、パックや部署からかを示すため'),
      createdAt: words('書いた時', '並べるため'),
      updatedAt: words('変えた時', '二台のうち新しい方を残すため'),
      deletedAt: words('削除した時', '30 日のあいだ元に戻せるようにするため'),
      versions: words('以前の版', '前の文に戻せるようにするため'),
    },
    remembered: {
      values: words('「前回の値を覚える」にした空欄の値', '同じ値を何度も入れなくて済むため'),
    },
    taste: {
      uses: words('使った回数', 'よく使うものを先に出すため'),
      lastUsedAt: words('最後に使った時', '最近使ったものを先に出すため'),
      passedOver: words('選ばなかった回数', '合わないものを後ろに下げるため'),
      lastPassedAt: words('最後に選ばなかった時', '合わないものを後ろに下げるため'),
      weight: words('最近の使い方の重み', '古い使い方を少しずつ忘れるため'),
      hours: words('使った時刻（時だけ）', 'いつもの時間に合うものを先に出すため'),
      verdict: words('役に立ったかどうかの答え', '役に立ったものを先に出すため'),
      answeredAt: words('答えた時', '同じことを二度聞かないため'),
      invitedAt: words('共有の誘いを見送った時', '同じことを二度聞かないため'),
    },
    health: {
      counts: words(
        '見つけ方と入れ方の回数',
        'ツールの画面が変わって動かなくなったとき、原因が分かるようにするため',
      ),
    },
    counting: {
      step: words('順番の数', '新しい方の記録を選ぶため'),
      state: words('数えている途中の時間', '急に閉じても、数え落としや二重の数えを起こさないため'),
    },
    notices: {
      weekly: words('まとめを知らせた週', '同じ週を二度知らせないため'),
    },
    nudge: {
      lastOn: words('最後に声をかけた日', '一日に一度までにするため'),
      workflowId: words('そのときの業務', '同じ業務ばかりにならないようにするため'),
      copy: words('そのときの言い方', '同じ言い方を続けないため'),
      waiting: words('返事待ちか', 'ポップアップに出すため'),
      ignored: words('続けて見送られた回数', '声をかける回数を減らすため'),
      snoozedUntilMs: words('「あとで」の時刻', 'その時刻まで待つため'),
      offOn: words('「今日は出さない」の日', 'その日は出さないため'),
      firstHours: words('使い始めた時刻（時だけ、最近の 10 日）', '合う時間に声をかけるため'),
      learnedOn: words('その最後の日', '一日に一度だけ覚えるため'),
    },
    chips: { workflows: words('サイトで知らせた業務の数', '一日に一度までにするため') },
    team: {
      hubUrl: words('ハブのアドレス', '会社のハブに送るため'),
      memberId: words('メンバーの番号', 'ハブの中で同じ人だと分かるため'),
      role: words('役割', '見えるものを決めるため'),
      organisation: words('会社', '名前と時間帯を示すため'),
      department: words('部署', '自分の部署の線を示すため'),
      championOf: words('担当する部署', '推進ボードを出すため'),
      joinedOn: words('参加した日', 'それより前の日を送らないため'),
      instance: words('ハブのデータベースの番号', 'ハブが復元されたとき、送り直すため'),
    },
    teamToken: { token: words('ハブの鍵', '自分だと示すため。表示も書き出しもしません') },
    sync: {
      failures: words('続けてつながらなかった回数', '間をあけて送り直すため'),
      notBeforeMs: words('次に送ってよい時', '間をあけて送り直すため'),
      attemptedAt: words('最後に送ろうとした時', '15 分より細かく送らないため'),
      succeededAt: words('最後に送り終えた時', '送信の状態を示すため'),
      trouble: words('うまくいかなかった理由', '理由を示すため'),
      repeatedOn: words('送り直した日', '週に一度、最近の日を送り直すため'),
      askedAt: words('役割を確かめた時', '一日に一度だけ確かめるため'),
      leave: words('伝えた休暇', '変わったときだけ送るため'),
    },
    sent: { days: words('送り終えた日の控え', 'まだ送っていない分だけを送るため') },
    teamLines: { departments: words('部署の線', 'つながらないときも線を出すため') },
    payloads: { payloads: words('最後に送ったもの', 'このページに、そのまま出すため') },
    sharing: {
      cursors: words('どこまで取り出したか', '変わったものだけを取り出すため'),
      fetchedAt: words('最後に取り出した時', '30 分より細かく取り出さないため'),
      completeOn: words('すべてを取り出した日', '週に一度、抜けを直すため'),
      setAside: words('読めなかったものの数', '拡張機能が古いことに気づけるようにするため'),
      use: words('部署のプロンプトの使われ方', '一覧に人数と回数の目安を出すため'),
      notesSeen: words('見た「新しいこと」', '一度だけ出すため'),
    },
    sharedPrompt: { shared: words('部署のプロンプト', 'つながらないときも使うため') },
    sharedWorkflow: { shared: words('部署の業務', 'つながらないときも案内するため') },
    sharedNote: { shared: words('ツールの新しいこと', 'あとから読み返せるようにするため') },
    help: {
      written: words(
        'ここで書いた質問',
        '送るまで取っておき、名前を出さない質問の回答を受け取るため',
      ),
      questions: words('自分の質問と回答', 'つながらないときも読めるようにするため'),
      seen: words('読んだ回答', '新しい回答だけを知らせるため'),
      waiting: words('回答を待っている質問の数', '推進担当者に知らせるため'),
      fetchedAt: words('最後に確かめた時', '10 分より細かく確かめないため'),
      instance: words('ハブのデータベースの番号', 'ハブが復元されたとき、送り直すため'),
    },
    howTos: { shared: words('部署の手引き', '質問の前に、ここで探せるようにするため') },
    checkIn: {
      offer: words('部署に出ている 10 分の誘い', 'あなたに関わるかを、この端末だけで決めるため'),
      pulse: words('いま聞いている月', '答えた月に、もう聞かないため'),
      passed: words(
        'ここで答えた月、やめておいた月',
        '同じ月に二度聞かないため。この端末から出ません',
      ),
      answered: words('返事をした誘い', '同じ誘いを二度出さないため。この端末から出ません'),
      usedOn: words('最後に使った日', '誘いがあなたに関わるかを決めるため。この端末から出ません'),
      fetchedAt: words('最後に確かめた時', '30 分より細かく確かめないため'),
    },
  },
  en: {
    device: {
      id: words(
        'Device number',
        'So that a day on two devices is not counted twice. Random, unrelated to your name or model',
      ),
      createdAt: words('Number made at', 'To know how old the number is'),
      startedOn: words('First day of use', 'Where your lines begin'),
    },
    ledger: {
      visits: words('Visits', 'To count visit-days'),
      engagedSeconds: words('Seconds of use', 'To see that a visit lasted at least 30 seconds'),
      promptsStarted: words(
        'Prompts started',
        'To show as its own number what a visit cannot tell. The text is not read',
      ),
      selfReported: words('Self-reported', 'To show days on a phone or in an app apart'),
      runs: words(
        'Runs by workflow and by the department’s prompts',
        'To estimate the time saved, and to count what a department uses',
      ),
    },
    settings: {
      language: words('Language', 'To speak the language you chose'),
      welcomedAt: words('First run finished at', 'So that it is not shown twice'),
      department: words('Main kind of work', 'To propose fitting workflows first'),
      preferredTool: words('Usual tool', 'What “Open” opens'),
      weeklyGoal: words('Weekly goal', 'To count weeks in a row'),
      shortcut: words('Keys of the palette', 'To open it with the keys you chose'),
      rowOff: words('Suggestions', 'To keep them folded'),
      paused: words('Pause', 'To record nothing while paused'),
      weeklySummary: words('Weekly notice', 'To tell you at the hour you chose'),
      nudges: words('Reminders of work', 'To nudge only in the hours you chose'),
      chips: words('Chip on work sites', 'To keep it off the sites you chose'),
      asks: words('What your company may ask', 'Not to show what you switched off'),
      championEmail: words(
        'Champion’s address',
        'To address the draft of your mail. Nothing is sent by itself',
      ),
    },
    calendar: {
      country: words('Country or region', 'To count its holidays as days off'),
      weekdays: words('Working weekdays', 'To know your scheduled days'),
      closures: words('Company closures', 'So that days off never break a line'),
      leave: words('Your leave', 'So that days off never break a line'),
    },
    workflow: {
      id: words('Number', 'To tell it is the same workflow'),
      name: words('Name', 'To tell workflows apart'),
      kind: words('Kind of work', 'To group them'),
      rhythm: words('Rhythm', 'To bring it up on its day'),
      site: words('Name of the site', 'To say where the work is done. The page is not kept'),
      tool: words('Tool', 'What “Open” opens'),
      minutes: words('Minutes it takes', 'To estimate the time saved'),
      source: words('Source', 'To show whether it is your own, a pack’s or the department’s'),
      createdAt: words('Registered at', 'To sort them'),
      updatedAt: words('Changed at', 'To keep the newer of two devices'),
      deletedAt: words('Deleted at', 'So that it can be brought back for 30 days'),
    },
    prompt: {
      id: words('Number', 'To tell it is the same prompt'),
      title: words('Title', 'To tell prompts apart'),
      body: words(
        'Text',
        'To put into a chat. Only what you registered, never what is in the chat',
      ),
      variables: words('Fields', 'For what changes with each use'),
      workflowId: words('Workflow', 'To come up with its workflow'),
      source: words('Source', 'To show whether it is your own, a pack’s or the department’s'),
      createdAt: words('Written at', 'To sort them'),
      updatedAt: words('Changed at', 'To keep the newer of two devices'),
      deletedAt: words('Deleted at', 'So that it can be brought back for 30 days'),
      versions: words('Earlier versions', 'So that an earlier text can be brought back'),
    },
    remembered: {
      values: words(
        'Values of fields set to “Remember the last value”',
        'So that you need not type them again',
      ),
    },
    taste: {
      uses: words('Times used', 'To show what you use most first'),
      lastUsedAt: words('Last used at', 'To show what you used recently first'),
      passedOver: words('Times passed over', 'To move what does not fit further down'),
      lastPassedAt: words('Last passed over at', 'To move what does not fit further down'),
      weight: words('Weight of recent use', 'To forget old use little by little'),
      hours: words('Hours of use (hours only)', 'To show first what fits your usual time'),
      verdict: words('Whether you said it helped', 'To show what helped first'),
      answeredAt: words('Answered at', 'So that nothing is asked twice'),
      invitedAt: words('Invitation to share put away at', 'So that nothing is asked twice'),
    },
    health: {
      counts: words(
        'Counts of how things were found and inserted',
        'To see why something stopped when a tool’s page changed',
      ),
    },
    counting: {
      step: words('Sequence number', 'To tell the newer record'),
      state: words(
        'Time still being counted',
        'So that nothing is lost or counted twice when the browser closes suddenly',
      ),
    },
    notices: {
      weekly: words('Week that was notified', 'So that a week is not notified twice'),
    },
    nudge: {
      lastOn: words('Day of the last nudge', 'To nudge once a day at most'),
      workflowId: words('The work it named', 'So that it is not always the same one'),
      copy: words('The words it used', 'So that they do not repeat'),
      waiting: words('Whether it waits', 'To show it in the popup'),
      ignored: words('Nudges in a row that were let pass', 'To nudge less often'),
      snoozedUntilMs: words('End of “later”', 'To wait until then'),
      offOn: words('Day of “not today”', 'To stay quiet on that day'),
      firstHours: words(
        'Hours at which use began (the hour alone, latest 10 days)',
        'To nudge at an hour that suits',
      ),
      learnedOn: words('The latest of those days', 'To learn once a day'),
    },
    chips: { workflows: words('Workflows shown on their site', 'To show each once a day at most') },
    team: {
      hubUrl: words('Address of the hub', 'To send to your company’s hub'),
      memberId: words('Member’s number', 'So that the hub knows the same person again'),
      role: words('Role', 'To decide what can be seen'),
      organisation: words('Company', 'To show its name and time zone'),
      department: words('Department', 'To show your department’s line'),
      championOf: words('Departments in your care', 'To offer the board'),
      joinedOn: words('Joined on', 'So that no day before it is sent'),
      instance: words('Number of the hub’s database', 'To send again after the hub was restored'),
    },
    teamToken: {
      token: words('Key to the hub', 'To say who this is; never shown, never exported'),
    },
    sync: {
      failures: words('Attempts in a row that failed', 'To wait longer each time'),
      notBeforeMs: words('Next attempt not before', 'To wait longer each time'),
      attemptedAt: words('Last attempt', 'To send no oftener than every 15 minutes'),
      succeededAt: words('Last success', 'To show how sending stands'),
      trouble: words('What went wrong', 'To tell you'),
      repeatedOn: words('Last repetition', 'To send recent days again once a week'),
      askedAt: words('Role last checked', 'To check once a day only'),
      leave: words('Leave as told', 'To send it only when it changed'),
    },
    sent: { days: words('Days already sent', 'To send only what is new') },
    teamLines: { departments: words('Departments’ lines', 'To show them while offline') },
    payloads: { payloads: words('What was sent last', 'To show it on this page as it was') },
    sharing: {
      cursors: words('How far it was fetched', 'To fetch only what changed'),
      fetchedAt: words('Last fetched', 'Not to fetch more often than every 30 minutes'),
      completeOn: words('Last fetched as a whole', 'To close gaps once a week'),
      setAside: words('Things that could not be read', 'To notice that the extension is old'),
      use: words('Use of the department’s prompts', 'To show roughly how many people and runs'),
      notesSeen: words('News that were seen', 'To show each once'),
    },
    sharedPrompt: { shared: words('The department’s prompts', 'To use them while offline') },
    sharedWorkflow: { shared: words('The department’s workflows', 'To offer them while offline') },
    sharedNote: { shared: words('News on the tools', 'To be read again later') },
    help: {
      written: words(
        'Questions written here',
        'To keep them until they are sent, and to receive answers to those without a name',
      ),
      questions: words('Your questions and answers', 'To read them offline too'),
      seen: words('Answers you read', 'To tell you of new ones only'),
      waiting: words('Questions that wait for an answer', 'To tell the champion'),
      fetchedAt: words('Last looked at', 'Not to look more often than every 10 minutes'),
      instance: words('Number of the hub’s database', 'To send again after the hub was restored'),
    },
    howTos: { shared: words('How-tos of the department', 'To look here before asking') },
    checkIn: {
      offer: words(
        'Offer of ten minutes to your department',
        'To decide in this browser alone whether it concerns you',
      ),
      pulse: words('Month that is asked', 'Not to ask a month you answered'),
      passed: words(
        'Month answered or put away here',
        'Not to ask a month twice. Does not leave this browser',
      ),
      answered: words('Offers you answered', 'Not to show one twice. Does not leave this browser'),
      usedOn: words(
        'Last day of use',
        'To decide whether an offer concerns you. Does not leave this browser',
      ),
      fetchedAt: words('Last looked at', 'Not to look more often than every 30 minutes'),
    },
  },
});

/** A kind of stored item that has words. */
export type HeldKind = keyof typeof heldFields.ja;
