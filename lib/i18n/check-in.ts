import { catalogue } from './language.ts';

/** Words of what the popup may ask besides the person's work, and of the settings for it. */
export const checkIn = catalogue({
  ja: {
    offer: '推進担当者から、10 分の誘いです',
    offerLead: '業務をひとつ、いっしょに AI でやってみませんか。準備はいりません。',
    offerPrivate:
      'これから始める人と、また始める人への誘いです。だれに出ているかは、だれにも分かりません。「お願いします」を選んだときだけ、推進担当者にあなたの名前が届きます。',
    offerUntil: (day: string) => `${day} まで`,
    offerYes: 'お願いします（名前が届きます）',
    offerNotNow: '今回はやめておく',
    offerNever: 'もう出さない',
    offerSaid: '推進担当者に届けます。返事はここに返ってきます。',
    offerPut: '分かりました。だれにも伝わりません。',
    pulse: '今月の 4 つの質問（15 秒）',
    pulseLead:
      'AI を使うようになって、仕事はどうですか。1 は悪くなった、3 は変わらない、5 はよくなった。',
    quality: '仕上がりの質',
    effort: '手間の軽さ',
    speed: '速さ',
    productivity: 'はかどり',
    pulsePrivate:
      'だれの答えかは、会社のハブに残りません。5\u00a0人以上が答えた月だけ、おおまかな平均が推進担当者と責任者に出ます。答えたことは、今月 14 日までだけ覚えます。',
    pulseSend: '答えを送る',
    pulseMissing: '4 つとも選んでください。',
    pulseNot: '今月はやめておく',
    pulseNever: 'もう聞かない',
    pulseSaid: '届けました。ありがとうございます。',
    pulsePut: '分かりました。だれにも伝わりません。',
    settingsPulse: '月に一度の 4 つの質問',
    settingsPulseHint:
      '月の初めの稼働日に、15 秒で答えられる質問が出ます。答えなくても、切っていても、だれにも伝わりません。',
    settings: '会社からの声かけ',
    settingsOffers: '10 分の誘いを受け取る',
    settingsOffersHint:
      '推進担当者が誘いを出したとき、あなたに関わるときだけ、この端末に出ます。切っていることは、だれにも伝わりません。',
  },
  en: {
    offer: 'Your champion offers ten minutes',
    offerLead: 'One piece of work, done together with AI. There is nothing to prepare.',
    offerPrivate:
      'It is for people who begin, or begin again. Nobody can tell who sees it. Your name reaches your champion only if you choose “Yes please”.',
    offerUntil: (day: string) => `Until ${day}`,
    offerYes: 'Yes please (with my name)',
    offerNotNow: 'Not this time',
    offerNever: 'Do not show again',
    offerSaid: 'It goes to your champion. The answer comes back here.',
    offerPut: 'All right. Nobody is told.',
    pulse: 'This month’s four questions (15 seconds)',
    pulseLead: 'How is work since you began to use AI? 1 is worse, 3 the same, 5 better.',
    quality: 'Quality',
    effort: 'Ease',
    speed: 'Speed',
    productivity: 'Getting things done',
    pulsePrivate:
      'The hub does not keep whose answer it is. Champions and sponsors see rough averages only for months in which five or more answered. That you answered is kept until the 14th and no longer.',
    pulseSend: 'Send my answers',
    pulseMissing: 'Please choose one for each of the four.',
    pulseNot: 'Not this month',
    pulseNever: 'Do not ask again',
    pulseSaid: 'Sent. Thank you.',
    pulsePut: 'All right. Nobody is told.',
    settingsPulse: 'Four questions once a month',
    settingsPulseHint:
      'On the first working days of a month, fifteen seconds. Whether you answer or switch it off, nobody is told.',
    settings: 'What your company may ask',
    settingsOffers: 'Offers of ten minutes',
    settingsOffersHint:
      'When your champion makes an offer, it shows here only if it concerns you. Nobody is told that you switched it off.',
  },
});
