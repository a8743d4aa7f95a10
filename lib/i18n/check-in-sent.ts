import { catalogue } from './language.ts';

/** What a "yes" to an offer sends to the champion, with the person's name. Apart from the cards' words, which load later. */
export const checkInStrings = catalogue({
  ja: { text: '「10 分いっしょに」の誘いを、お願いします。都合のよい時間を教えてください。' },
  en: { text: 'Yes please to the ten minutes together. When would suit you?' },
});
