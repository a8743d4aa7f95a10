import { catalogue } from './language.ts';

/** Strings of a question as a department's chat shows it. */
export const questionInChat = catalogue({
  ja: {
    heading: (department: string) => `${department}：質問が届きました`,
    from: (name: string) => `${name}さんから`,
    nameless: '名前なし',
    about: (workflow: string) => `業務：${workflow}`,
    hint: '回答は Banso のボードの「質問」で書くと、質問した人のポップアップに届きます。ここへの返信は届きません。',
  },
  en: {
    heading: (department: string) => `${department}: a question has come`,
    from: (name: string) => `From ${name}`,
    nameless: 'Without a name',
    about: (workflow: string) => `Workflow: ${workflow}`,
    hint: 'Answer on the page “Questions” of the Banso board; the asker gets it in their popup. A reply here does not reach them.',
  },
});
