import { catalogue } from './language.ts';

/** The page an invite opens in a browser. It cannot know whether the extension is there, so it says the whole way. */
export const joinPage = catalogue({
  ja: {
    title: 'Banso への招待',
    lead: '会社の Banso（伴走）への招待です。ブラウザーの拡張機能から参加します。',
    steps: [
      'Banso の拡張機能をまだ入れていない方は、先に入れてください。',
      'このページのアドレスを、# の後ろも含めてすべてコピーします。',
      'Banso のダッシュボードで「会社」を開き、アドレスを貼り付けます。',
    ],
    promise:
      '参加する前に、会社に送られるものと送られないものが表示されます。チャットの内容が送られることはありません。',
    code: '招待の鍵は # の後ろにあり、このページはそれを読みません。アドレスは、招待された方だけのものとして扱ってください。',
  },
  en: {
    title: 'An invitation to Banso',
    lead: 'This is an invitation to your company’s Banso. You join from the browser extension.',
    steps: [
      'If you do not have the Banso extension yet, install it first.',
      'Copy the whole address of this page, with the part after #.',
      'Open “Company” in Banso’s dashboard and paste the address.',
    ],
    promise:
      'Before you join you see what is sent to the company and what never is. The text of your chats is never sent.',
    code: 'The invitation’s key is the part after #, and this page does not read it. Please keep the address to those who were invited.',
  },
});
