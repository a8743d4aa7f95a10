import { departmentSummaryInWords } from '../../lib/app/department-summary-words.ts';
import type { DepartmentSummary } from '../../lib/domain/department-summary.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { summaryMail as strings } from '../../lib/i18n/summary-mail.ts';
import type { Frame } from './summary-frame.ts';
import { summaryHtml, type InlineImage } from './summary-html.ts';
import { summaryText } from './summary-text.ts';

/** A summary, ready for any way of delivery. */
export interface RenderedSummary {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly images: readonly InlineImage[];
}

/** What is not the real thing says so in its subject and its first line. */
export type Occasion = 'real' | 'rehearsal' | 'test';

/** What surrounds any mail on its way. */
export interface MailOptions extends Partial<Pick<Frame, 'foot' | 'stopUrl'>> {
  /** Default `real`. */
  readonly occasion?: Occasion;
}

/**
 * One department's week for a reader: mail, print and text from one data, so that they cannot disagree. `pictures:
 * 'inside'` is for a browser. Pure; the same input gives the same bytes.
 */
export function renderSummary(
  summary: DepartmentSummary,
  language: Language,
  options: MailOptions & { readonly pictures?: 'attached' | 'inside' } = {},
): RenderedSummary {
  const { occasion = 'real', pictures = 'attached' } = options;
  const words = departmentSummaryInWords(summary, language);
  const frame = frameOf(options, language);
  const { html, images } = summaryHtml(words, frame, pictures);
  return {
    subject: `${prefixOf(occasion, language)}${words.subject}`,
    text: summaryText(words, frame),
    html,
    images,
  };
}

/** `【テスト】`, or nothing for the real thing. */
export function prefixOf(occasion: Occasion, language: Language): string {
  return occasion === 'real' ? '' : strings[language][occasion];
}

/** What is around the content, in the reader's language. */
export function frameOf(
  { occasion = 'real', foot = [], stopUrl }: MailOptions,
  language: Language,
): Frame {
  return { note: noteOf(occasion, language), foot, stopUrl };
}

/** The first line of what is not the real thing. */
export function noteOf(occasion: Occasion, language: Language): string | undefined {
  if (occasion === 'real') return undefined;
  return occasion === 'test' ? strings[language].testNote : strings[language].rehearsalNote;
}
