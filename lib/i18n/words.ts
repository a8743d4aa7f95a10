import { catalogue, type Language } from './language.ts';

/** A word of METRICS.md as the person reads it, and what it means in a sentence or two. */
export interface Word {
  readonly word: string;
  readonly meaning: string;
}

/**
 * METRICS.md's table and numbers in both languages. The same thing has the same name on every screen, and whoever shows a number shows
 * its meaning from here (`Definition`).
 */
export const words = catalogue({
  ja: {
    tool: {
      word: 'ツール',
      meaning: 'AI のサービスのこと。いまは ChatGPT、Gemini、Claude の 3 つです。',
    },
    member: { word: 'メンバー', meaning: '参加している人。ひとつの部署に属します。' },
    champion: {
      word: '推進担当者',
      meaning: '部署で AI を使うことを進める人。ふだんの仕事と兼ねています。',
    },
    sponsor: { word: '責任者', meaning: '目標を決め、推進担当者に権限を渡す人です。' },
    advisor: {
      word: '顧問',
      meaning: '社外の専門家。合計や議題は見ますが、個人の記録は見ません。',
    },
    workflow: {
      word: '業務',
      meaning:
        '登録した仕事のこと。「見積もりの返信」「月次の締め」など、めぐってくる日とプロンプトを持ちます。',
    },
    prompt: {
      word: 'プロンプト',
      meaning: 'AI に渡す文章のひな形。空欄を埋めると、そのまま使えます。',
    },
    scheduledDay: {
      word: '稼働日',
      meaning: '働く予定の日。曜日の設定から、祝日、会社の休業日、自分の休みを除いた日です。',
    },
    dayOff: {
      word: '休み',
      meaning: '週末、祝日、会社の休業日、休暇。線を伸ばしも切りもしません。',
    },
    visit: {
      word: '訪問',
      meaning:
        'AI のツールの画面を開き、操作しながら合わせて 30 秒以上使うと 1 回です。15 分あくと次の回になります。',
    },
    visitDay: {
      word: '訪問日',
      meaning:
        'AI のツールへの訪問が 1 回以上あった日（お客様への訪問ではありません）。画面を使った日であり、送信の回数ではありません。書いた内容は見ていません。',
    },
    selfReported: {
      word: '自己申告',
      meaning:
        'スマホやアプリで使った日に、自分で付けた印。訪問日に数え、二重丸で分けて表示します。',
    },
    engagedTime: {
      word: '利用時間',
      meaning: '画面が見えていて、60 秒以内に操作があった時間の合計です。',
    },
    promptsStarted: {
      word: '送信した回数',
      meaning: '入力欄から送信した回数。文章は読みません。訪問とは別の数です。',
    },
    run: {
      word: '実行',
      meaning: '業務のプロンプトを入れて 10 分以内に送信するか、済みの印を付けると 1 回です。',
    },
    line: {
      word: '続いている日数',
      meaning:
        '訪問日だった稼働日が続いた数。休みは数えず、切れもしません。今日まだ使っていなくても切れません。',
    },
    longest: { word: 'いちばん長い線', meaning: 'これまでで最も長く続いた稼働日の数です。' },
    weeks: {
      word: '続いている週',
      meaning:
        '週の目標（はじめは 3 日）の訪問日があった週が続いた数。稼働日のない週は飛ばします。',
    },
    weeklyGoal: {
      word: '週の目標',
      meaning: '1 週間に使いたい稼働日の数。稼働日がそれより少ない週は、その全部です。',
    },
    repaired: {
      word: 'つなぎ',
      meaning:
        'あいた稼働日のあと、2 稼働日のうちに使うと線がつながります。はじめの 4 週は週 1 回、その後は月 2 回まで。その日は数に入りません。',
    },
    open: { word: '今日はこれから', meaning: '今日はまだ使っていません。あいた日には数えません。' },
    missed: { word: 'あいた日', meaning: '訪問のなかった稼働日です。' },
    strength: {
      word: '習慣の強さ',
      meaning:
        '0〜100。使った稼働日に少しずつ上がり、使わない稼働日に少し下がります。休みでは変わりません。1 日あいても、ほとんど減りません。',
    },
    segment: {
      word: '使い方の段階',
      meaning:
        '終わった 12 週（はじめは 4 週）の使い方から決まります。入口、ときどき、習慣、活用の順です。',
    },
    timeSaved: {
      word: '短くなった時間（目安）',
      meaning: '業務にかかる時間として自分で入れた分数 × 実行の回数。測った値ではありません。',
    },
  },
  en: {
    tool: { word: 'Tool', meaning: 'An AI service: ChatGPT, Gemini or Claude for now.' },
    member: { word: 'Member', meaning: 'A person who joined; belongs to one department.' },
    champion: {
      word: 'Champion',
      meaning: 'The person who moves AI use forward in a department, beside their normal work.',
    },
    sponsor: { word: 'Sponsor', meaning: 'Sets the goal and gives the champion authority.' },
    advisor: {
      word: 'Advisor',
      meaning: 'An outside expert: sees totals and agendas, never a person’s record.',
    },
    workflow: {
      word: 'Workflow',
      meaning:
        'A piece of work you registered, such as “quote reply” or “month-end close”, with its rhythm and its prompts.',
    },
    prompt: {
      word: 'Prompt',
      meaning: 'A text for the AI with blanks; fill them in and it is ready to use.',
    },
    scheduledDay: {
      word: 'Scheduled day',
      meaning:
        'A day you are due to work: your working weekdays, less holidays, company closures and your leave.',
    },
    dayOff: {
      word: 'Day off',
      meaning:
        'Weekend, holiday, company closure or leave. It neither adds to a line nor breaks it.',
    },
    visit: {
      word: 'Visit',
      meaning:
        'A tool’s page in view and in use for 30 seconds in total. After 15 minutes without, the next one begins.',
    },
    visitDay: {
      word: 'Visit-day',
      meaning:
        'A day with at least one visit. It says that the page was used, not that something was sent; what you write is never read.',
    },
    selfReported: {
      word: 'Self-reported',
      meaning:
        'A day you marked yourself because you used a phone or an app. It counts, and is drawn with a ring.',
    },
    engagedTime: {
      word: 'Time in use',
      meaning:
        'Time with the page in view and something pressed or moved within the last 60 seconds.',
    },
    promptsStarted: {
      word: 'Prompts started',
      meaning:
        'How often you submitted the text box. The text is not read. A number apart from visits.',
    },
    run: {
      word: 'Run',
      meaning:
        'A workflow’s prompt put in and submitted within 10 minutes, or a workflow you ticked off.',
    },
    line: {
      word: 'Days in a row',
      meaning:
        'Scheduled days in a row that were visit-days. Days off neither count nor break it, and today is never a miss while it lasts.',
    },
    longest: { word: 'Longest line', meaning: 'The most scheduled days in a row so far.' },
    weeks: {
      word: 'Weeks in a row',
      meaning:
        'Weeks in a row that met your weekly goal (3 visit-days to begin with). Weeks without scheduled days are passed over.',
    },
    weeklyGoal: {
      word: 'Weekly goal',
      meaning:
        'Scheduled days a week on which you want to use a tool; all of them if a week has fewer.',
    },
    repaired: {
      word: 'Bridge',
      meaning:
        'A missed day is bridged when you use a tool within the next 2 scheduled days: once a week in your first 4 weeks, then twice a month. It adds nothing to the count.',
    },
    open: { word: 'Today is open', meaning: 'Not used yet today. That is not a miss.' },
    missed: { word: 'Missed day', meaning: 'A scheduled day without a visit.' },
    strength: {
      word: 'Habit strength',
      meaning:
        '0 to 100. Rises a little on each scheduled day with use, falls a little without; days off leave it as it is. One missed day costs very little.',
    },
    segment: {
      word: 'Stage of use',
      meaning:
        'From your last 12 completed weeks (4 to begin with): not yet, low, novice, habitual, power.',
    },
    timeSaved: {
      word: 'Time saved (estimate)',
      meaning: 'The minutes you gave a workflow × its runs. Not a measurement.',
    },
  },
} satisfies Record<Language, Record<string, Word>>);
