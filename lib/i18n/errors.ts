import type { CommandError } from '../contract/commands.ts';
import { catalogue } from './language.ts';

/** What a page says when the background refused a command: what happened, what is untouched, what to do next. */
export const errors = catalogue({
  ja: {
    invalid: '入力に読み取れないところがあります。内容を見直して、もう一度保存してください。',
    notFound:
      '見つかりませんでした。ほかのタブで削除された可能性があります。ページを開き直してください。',
    storageFull:
      'このブラウザの保存領域がいっぱいです。保存できていません。先にデータを書き出し、不要なものを整理してください。',
    unreadable: 'ファイルを読み取れませんでした。いまのデータはそのままです。',
    failed:
      '保存できませんでした。いまのデータはそのままです。少し待ってから、もう一度お試しください。',
    inviteUnreadable:
      '招待リンクとして読み取れませんでした。届いたリンクを、はじめから終わりまで貼り付けてください。',
    notAdvisorInvite:
      'このリンクは顧問のものではありません。ここでは顧問の招待リンクだけが使えます。',
    inviteInvalid:
      'この招待リンクは使えなくなっています。推進担当者に、新しいリンクを頼んでください。',
    setupCodeInvalid:
      'このリンクの番号は違うか、すでに使われています。ハブを起動した画面に出ているリンクを確かめてください。',
    hubUnreachable:
      '会社のハブにつながりませんでした。記録はこのブラウザに残っています。時間をおいて、もう一度お試しください。',
    hubBusy: '会社のハブが混み合っています。少し待ってから、もう一度お試しください。',
    hubChanged: 'ほかの人が先に変えていました。いちど取り出してから、もう一度お試しください。',
    hubRefused: '会社のハブに受け付けてもらえませんでした。推進担当者に伝えてください。',
    hubNotPermitted:
      '会社のハブにつなぐ許可がありません。もう一度参加を押して、ブラウザの確認で許可してください。',
    noRoom: '保存する場所がいっぱいです',
    noRoomLead:
      'いまは新しい記録を残せません。これまでの記録はそのままです。パソコンの空きを増やすか、書き出してから不要なものを消してください。',
    noRoomOpen: 'データを開く',
    loadFailed: '記録を読み込めませんでした。データは消えていません。ページを開き直してください。',
    reload: '開き直す',
  },
  en: {
    invalid: 'Something in the form could not be read. Please check it and save again.',
    notFound:
      'It is no longer there; it may have been deleted in another tab. Please reload the page.',
    storageFull:
      'This browser’s storage is full, so nothing was saved. Please export your data first, then clear what you no longer need.',
    unreadable: 'The file could not be read. Your data is unchanged.',
    failed: 'It could not be saved. Your data is unchanged. Please wait a moment and try again.',
    inviteUnreadable:
      'This could not be read as an invite link. Please paste the whole link as you received it.',
    notAdvisorInvite: 'This link is not an advisor’s. Only an advisor’s invite can be used here.',
    inviteInvalid: 'This invite link no longer works. Please ask your champion for a new one.',
    setupCodeInvalid:
      'The code in this link is wrong or was used already. Please check the link on the screen where the hub was started.',
    hubUnreachable:
      'Your company’s hub could not be reached. Your records are safe in this browser. Please try again later.',
    hubBusy: 'Your company’s hub is busy. Please wait a moment and try again.',
    hubChanged: 'Somebody else changed it first. Please fetch it again and have another look.',
    hubRefused: 'Your company’s hub did not accept it. Please tell your champion.',
    hubNotPermitted:
      'Banso has no permission to reach your company’s hub. Press join again and allow it when the browser asks.',
    noRoom: 'There is no room to store more',
    noRoomLead:
      'Nothing new can be kept for now. What was kept before is as it was. Please free some disk space, or export and then delete what you no longer need.',
    noRoomOpen: 'Open data',
    loadFailed: 'Your records could not be read. Nothing was deleted. Please reload the page.',
    reload: 'Reload',
  },
}) satisfies Record<'ja' | 'en', Record<CommandError, string>>;
