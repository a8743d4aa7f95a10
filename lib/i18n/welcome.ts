import { catalogue } from './language.ts';

/** Strings of the first run: what it is, what it records, setting up. */
export const welcome = catalogue({
  ja: {
    pageTitle: 'Banso へようこそ',
    step: (step: number) => `3 画面のうち ${step} 画面目`,
    language: '言語',
    next: '次へ',
    back: '戻る',
    // 1: what it is
    isTitle: '点を、線に。',
    isLead: 'Banso（伴走）は、AI を使うことが仕事の習慣になるまで、となりを走る道具です。',
    isDot: '一度きりの研修は、点。',
    isLine: 'ふだんの仕事で少しずつ使うと、線になります。',
    isPoints: [
      {
        title: '使った日が、点になります',
        text: 'ChatGPT、Gemini、Claude を使うだけ。週末や祝日、休みで線が切れることはありません。',
      },
      {
        title: 'いつもの業務から始められます',
        text: '見積もりの返信、議事録、月末の案内。登録しておくと、その日にプロンプトが用意されます。',
      },
      {
        title: '送るのは、いつもあなたです',
        text: 'プロンプトは入力欄に入るだけ。読んで、直して、よければ送ってください。',
      },
    ],
    // 2: what it records
    recordsTitle: '残すもの、残さないもの',
    recordsLead: '記録はすべて、このブラウザの中だけにあります。どこにも送りません。',
    records: '残すもの',
    recordsList: [
      'ツールを使った日と、訪問の回数',
      '操作していた時間（秒）',
      '送信した回数（文章は読みません）',
      '登録した業務を実行した回数',
    ],
    never: '残さないもの',
    neverList: [
      '書いた文章と、AI の答え',
      'ページの題名やアドレス',
      '3 つのツール以外のサイト',
      'ほかのアプリや、パソコンの操作',
    ],
    sample: 'たとえば、1 日分の記録はこれで全部です',
    sampleDay: '日付',
    sampleTool: 'ツール',
    sampleVisits: '訪問',
    sampleSeconds: '操作した秒数',
    samplePrompts: '送信',
    recordsDraft:
      'プロンプトを選ぶ画面を開いているあいだだけ、入力中の文を候補の並べ替えに使い、すぐに忘れます。',
    recordsFoot:
      '記録を見られるのは、あなただけです。いつでも止める、書き出す、消すことができます。',
    // 3: setting up
    setTitle: 'あなたの仕事に合わせます',
    setLead: 'ふたつ選べば、はじめられます。どれもあとで変えられます。',
    tool: 'ふだん使うツール',
    toolHint: '迷ったら、そのままで大丈夫です。',
    department: 'いちばん近い仕事',
    propose: (department: string) => `${department}で、よくある業務`,
    proposeHint: '週に一度はありそうなものを、ひとつ選んでみてください。',
    add: '登録する',
    addNamed: (name: string) => `${name}を登録する`,
    added: '登録しました',
    minutes: (count: number) => `ふだん約 ${count} 分`,
    weekdays: '働く曜日',
    weekdaysShow: '働く曜日を変える',
    weekdaysHint: '休みの日は、線を伸ばしも切りもしません。祝日は自動で休みになります。',
    ready: '準備ができました',
    readyLead: (tool: string) =>
      `${tool} を開くと、入力欄の上に業務が並びます。ひとつ選ぶと、プロンプトが入ります。`,
    readyNone: (tool: string) =>
      `${tool} を開いて、いつものように使ってください。30 秒で、今日がひとつ目の点になります。`,
    start: (tool: string) => `${tool} を開いて始める`,
    later: 'ダッシュボードを見る',
    joinCompany: '会社の招待リンクがある方はこちら',
  },
  en: {
    pageTitle: 'Welcome to Banso',
    step: (step: number) => `Screen ${step} of 3`,
    language: 'Language',
    next: 'Next',
    back: 'Back',
    isTitle: 'From a dot to a line.',
    isLead: 'Banso (伴走, running alongside) keeps you company until using AI is a habit at work.',
    isDot: 'One day of training is a dot.',
    isLine: 'A little use in everyday work makes it a line.',
    isPoints: [
      {
        title: 'A day of use becomes a dot',
        text: 'Just use ChatGPT, Gemini or Claude. Weekends, holidays and leave never break your line.',
      },
      {
        title: 'Start from work you already do',
        text: 'A quote to answer, minutes, a month-end notice: register it, and on its day a prompt is ready.',
      },
      {
        title: 'Only you ever press send',
        text: 'A prompt is put into the text box, nothing more. Read it, change it, send it if you like.',
      },
    ],
    recordsTitle: 'What is kept, and what never is',
    recordsLead: 'Every record stays in this browser. Nothing is sent anywhere.',
    records: 'Kept',
    recordsList: [
      'Days on which you used a tool, and visits',
      'Seconds of active use',
      'How often you submitted (never the text)',
      'Runs of workflows you registered',
    ],
    never: 'Never kept',
    neverList: [
      'What you write, and what the AI answers',
      'Titles and addresses of pages',
      'Any site other than the three tools',
      'Other programs, or what you do on this computer',
    ],
    sample: 'A whole day’s record, for example, is just this',
    sampleDay: 'Day',
    sampleTool: 'Tool',
    sampleVisits: 'Visits',
    sampleSeconds: 'Active seconds',
    samplePrompts: 'Submitted',
    recordsDraft:
      'Only while you choose a prompt, the text you are typing is used to order the suggestions, and forgotten at once.',
    recordsFoot: 'Only you can see it, and you can pause, export and delete it at any time.',
    setTitle: 'Fit it to your work',
    setLead: 'Two choices and you can begin. All of them can be changed later.',
    tool: 'Tool you use most',
    toolHint: 'If in doubt, leave it as it is.',
    department: 'The work closest to yours',
    propose: (department: string) => `Common work in ${department}`,
    proposeHint: 'Pick one that comes up about once a week.',
    add: 'Register',
    addNamed: (name: string) => `Register ${name}`,
    added: 'Registered',
    minutes: (count: number) => `usually about ${count} min`,
    weekdays: 'Working weekdays',
    weekdaysShow: 'Change working weekdays',
    weekdaysHint:
      'Days off neither add to your line nor break it. Japanese national holidays are known.',
    ready: 'Ready',
    readyLead: (tool: string) =>
      `Open ${tool}: your work waits above the text box. Pick one and its prompt goes in.`,
    readyNone: (tool: string) =>
      `Open ${tool} and use it as you always do. After 30 seconds today is your first dot.`,
    start: (tool: string) => `Open ${tool} and begin`,
    later: 'See the dashboard',
    joinCompany: 'I have an invite link from my company',
  },
});
