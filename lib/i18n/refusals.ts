import type { HubTrouble } from '../contract/team.ts';
import { catalogue, type Language } from './language.ts';
import { troubles } from './team.ts';

/** What a hub that understood the question says no to, by its stable code; other codes are told by their kind. */
const refusals = catalogue({
  ja: {
    forbidden: 'あなたの役割ではできません。責任者に伝えてください。',
    notFound: 'もうありません。ページを開き直すと、いまの様子が出ます。',
    conflict: 'いまの様子とは合わない変更です。ページを開き直して確かめてください。',
    invalid: 'ハブが受け付けない内容があります。入れたものを見直してください。',
  },
  en: {
    forbidden: 'Your role does not allow it. Please tell your sponsor.',
    notFound: 'It is not there any more. Open the page again to see how things stand.',
    conflict: 'It does not fit how things stand now. Open the page again to see.',
    invalid: 'The hub does not take something in it. Please check what you entered.',
  },
});

/** Why a hub did not make a change, and what to do, in a sentence for whoever asked for it. */
export function refusalWords({ kind, code }: HubTrouble, language: Language): string {
  const said = Object.entries(refusals[language]).find(([name]) => name === code);
  return said?.[1] ?? troubles[language][kind];
}
