import { catalogue } from './language.ts';

/** Strings about tools whose page the browser keeps Banso out of. */
export const access = catalogue({
  ja: {
    title: (tools: string) => `${tools} では動いていません`,
    lead: 'ブラウザで許可されていないため、使った日が点になりません。許可したら、開いているページを再読み込みしてください。',
    allow: '許可する',
  },
  en: {
    title: (tools: string) => `Not active on ${tools}`,
    lead: 'The browser does not allow it there, so use makes no dot. After allowing it, reload the pages that are open.',
    allow: 'Allow',
  },
});
