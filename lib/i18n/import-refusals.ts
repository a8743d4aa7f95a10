import type { RefusalReason } from '../contract/export-file.ts';
import { catalogue } from './language.ts';

/** Why something in an export file cannot be read, in a word or two beside its line and field. */
export const importRefusals = catalogue({
  ja: {
    notJson: 'JSON として読めません。ファイルが途中で切れているかもしれません',
    notAnExport: 'Banso から書き出したファイルではありません',
    newerVersion: '新しい版の Banso で書き出したファイルです。Banso を更新してください',
    missing: 'ここにあるはずの項目がありません',
    unknownField: 'この版が知らない項目です',
    wrongType: '値の種類が違います',
    tooLarge: '大きすぎるか、数が多すぎます',
    tooSmall: '小さすぎるか、足りません',
    notAllowed: '決められた形になっていません',
  },
  en: {
    notJson: 'This is not JSON. The file may have been cut short',
    notAnExport: 'This file was not exported from Banso',
    newerVersion: 'This file was exported by a newer Banso. Please update Banso',
    missing: 'An entry is missing here',
    unknownField: 'This version does not know this entry',
    wrongType: 'This is another kind of value',
    tooLarge: 'Too large, or too many',
    tooSmall: 'Too small, or too few',
    notAllowed: 'Not in the form it must have',
  },
}) satisfies Record<'ja' | 'en', Record<RefusalReason, string>>;
