import { catalogue } from './language.ts';

/** Words of what the popup may ask besides the person's work, and of the settings for it. */
export const checkIn = catalogue({
  ja: {
    offer: '推進担当者から、10 分の誘いです',
    offerLead: '業務をひとつ、いっしょに AI でやってみませんか。準備はいりません。',
    offerPrivate:
      'この誘いがだれに出ているかは、だれにも分かりません。「お願いします」を選んだときだけ、推進担当者にあなたの名前が届きます。',
    offerUntil: (day: string) => `${day} まで`,
    offerYes: 'お願いします（名前が届きます）',
    offerNotNow: '今回はやめておく',
    offerNever: 'もう出さない',
    offerSaid: '推進担当者に届けます。返事はここに返ってきます。',
    offerPut: '分かりました。だれにも伝わりません。',
    settings: '会社からの声かけ',
    settingsOffers: '10 分の誘いを受け取る',
    settingsOffersHint:
      '推進担当者が誘いを出したとき、あなたに関わるときだけ、この端末に出ます。切っていることは、だれにも伝わりません。',
  },
  en: {
    offer: 'Your champion offers ten minutes',
    offerLead: 'One piece of work, done together with AI. There is nothing to prepare.',
    offerPrivate:
      'Nobody can tell to whom this offer shows. Only if you choose “Yes please” does your name reach your champion.',
    offerUntil: (day: string) => `Until ${day}`,
    offerYes: 'Yes please (with my name)',
    offerNotNow: 'Not this time',
    offerNever: 'Do not show again',
    offerSaid: 'It goes to your champion. The answer comes back here.',
    offerPut: 'All right. Nobody is told.',
    settings: 'What your company may ask',
    settingsOffers: 'Offers of ten minutes',
    settingsOffersHint:
      'When your champion makes an offer, it shows here only if it concerns you. Nobody is told that you switched it off.',
  },
});
