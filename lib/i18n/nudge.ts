import { NUDGE_COPIES } from '../domain/nudge.ts';
import type { Language } from './language.ts';

/** What a copy names: the person's own work and about how long it takes. */
interface Work {
  readonly name: string;
  readonly minutes: number;
}

type Copy = (work: Work) => string;

/** `NUDGE_COPIES` ways of saying it, each a piece of the person's own work and what one tap does. No guilt, no haste. */
const COPIES: Readonly<Record<Language, readonly Copy[]>> = {
  ja: [
    ({ name, minutes }) =>
      `今日は「${name}」の日です。押すと下書きから始められます（約 ${minutes} 分）。`,
    ({ name, minutes }) => `「${name}」、下書きから始めてみませんか。約 ${minutes} 分の仕事です。`,
    ({ name }) => `「${name}」のプロンプトを用意してあります。押すと入力欄に入ります。`,
    ({ name }) => `「${name}」のたたき台を、ここから作れます。送るのは、読んでからで大丈夫です。`,
    ({ name }) => `手が空いたら「${name}」をどうぞ。押すだけで準備ができます。`,
  ],
  en: [
    ({ name, minutes }) =>
      `Today is the day for “${name}”. One press starts you from a draft (about ${minutes} min).`,
    ({ name, minutes }) =>
      `“${name}” could start from a draft. It is about ${minutes} min of work.`,
    ({ name }) => `The prompt for “${name}” is ready. One press puts it into the box.`,
    ({ name }) =>
      `A first draft of “${name}” is one press away. Nothing is sent until you have read it.`,
    ({ name }) => `When you have a moment: “${name}”. One press and it is laid out for you.`,
  ],
};

/** A nudge in words; any whole number chooses a copy. The notification and the popup say the same. */
export function nudgeWords(copy: number, work: Work, language: Language): string {
  return (COPIES[language][copy % NUDGE_COPIES] as Copy)(work);
}
