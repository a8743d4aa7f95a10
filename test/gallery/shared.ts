import type { Note, SharedText, SharedWorkflow } from '../../lib/contract/hub/sharing.ts';
import type { Prompt } from '../../lib/domain/workflow.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { NOW_MS } from './company.ts';

/** A department's prompt as it is shared, in the picture's language. */
export function sharedText(language: Language): SharedText {
  return language === 'ja'
    ? {
        title: '見積依頼への一次返信',
        body: 'あなたは営業事務の担当者です。\n次の依頼への返信文を、三つの段落で書いてください。\n\n相手：{{会社名}}\n返事の期限：{{期限}}\n文の調子：{{調子}}\n\n金額と納期は書かず、確認して返事をすると伝えてください。',
        variables: [
          { name: '会社名', type: 'text', required: true, example: '○○商事' },
          { name: '期限', type: 'date', default: 'today+3' },
          { name: '調子', type: 'choice', choices: ['ていねい', '手短'] },
        ],
      }
    : {
        title: 'First reply to a quote request',
        body: 'You work in a sales office.\nWrite a reply to the request in three paragraphs.\n\nTo: {{company}}\nReply by: {{due}}\nTone: {{tone}}\n\nLeave out price and date; say that we will check and come back.',
        variables: [
          { name: 'company', type: 'text', required: true, example: 'Acme Ltd' },
          { name: 'due', type: 'date', default: 'today+3' },
          { name: 'tone', type: 'choice', choices: ['polite', 'brief'] },
        ],
      };
}

/** An own prompt with that text. */
export function ownPrompt(language: Language, parts: Partial<Prompt> = {}): Prompt {
  return {
    ...sharedText(language),
    id: 'p1',
    workflowId: 'w1',
    source: { kind: 'own' },
    createdAt: NOW_MS - 900_000_000,
    updatedAt: NOW_MS - 500_000_000,
    versions: [],
    ...parts,
  };
}

/** Workflows of the department. */
export function sharedWorkflows(language: Language): SharedWorkflow[] {
  const [quote, minutes, long] =
    language === 'ja'
      ? [
          '見積もり依頼への返信',
          '定例会議の議事録',
          '関東第二営業部・新規開拓案件の週次進捗報告書の作成と共有',
        ]
      : [
          'Reply to quote requests',
          'Minutes of the regular meeting',
          'Weekly progress report on new accounts of the second Kanto sales department',
        ];
  return [
    { id: 'w1', name: quote, rhythm: { kind: 'everyWorkday' as const }, minutes: 15 },
    {
      id: 'w2',
      name: minutes,
      rhythm: { kind: 'weekdays' as const, weekdays: [3 as const] },
      minutes: 30,
    },
    {
      id: 'w3',
      name: long,
      rhythm: { kind: 'weekdays' as const, weekdays: [5 as const] },
      minutes: 120,
    },
  ].map((one) => ({
    ...one,
    name: one.name ?? '',
    kind: 'sales',
    updatedAt: NOW_MS - 900_000_000,
  }));
}

/** What is new this month. */
export function toolNote(language: Language, change: Partial<Note> = {}): Note {
  const ja = language === 'ja';
  return {
    id: 'n1',
    tool: 'chatgpt',
    month: '2026-11',
    title: ja ? '表のファイルを読めるようになりました' : 'It reads spreadsheet files now',
    changed: ja
      ? 'Excel や CSV を入力欄に置くと、中身を読んで答えます。'
      : 'Drop an Excel or CSV file into the box and it answers from what is in it.',
    meaning: ja
      ? '月末の売上の集計で、数字の確かめに使えます。合計は、かならず手でも確かめてください。'
      : 'Use it to check the month-end sales figures. Always check the totals by hand as well.',
    promptId: 'p1',
    publishedAt: NOW_MS - 86_400_000,
    by: 'champion',
    ...change,
  };
}
