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
    loadFailed: 'Your records could not be read. Nothing was deleted. Please reload the page.',
    reload: 'Reload',
  },
}) satisfies Record<'ja' | 'en', Record<CommandError, string>>;
