import type { NoticeWords } from '../../lib/contract/hub/notice.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { summaryMail } from '../../lib/i18n/summary-mail.ts';
import {
  escapeHtml,
  heading,
  mailFoot,
  mailHead,
  mailPage,
  paragraph,
  row,
  SMALL,
  TEXT,
  washed,
} from './mail-html.ts';
import { frameOf, prefixOf, type MailOptions, type RenderedSummary } from './render-summary.ts';
import type { Frame } from './summary-frame.ts';

/** A notice for a reader: mail and text from one data, so that they cannot disagree. Pure; the same input gives the same bytes. */
export function renderNotice(
  words: NoticeWords,
  language: Language,
  options: MailOptions = {},
): RenderedSummary {
  const frame = frameOf(options, language);
  return {
    subject: `${prefixOf(options.occasion ?? 'real', language)}${words.subject}`,
    text: textOf(words, frame, language),
    html: htmlOf(words, frame, language),
    images: [],
  };
}

function htmlOf(words: NoticeWords, frame: Frame, language: Language): string {
  const t = summaryMail[language];
  const { subject, lead, sections, action } = words;
  const foot = { language, definitions: [], promise: t.promise };
  return mailPage({
    language,
    title: subject,
    preheader: lead,
    sections: [
      ...mailHead(frame, words.heading),
      row(paragraph(lead, TEXT, 'ink'), '12px 32px 0'),
      ...sections.map((section) => row(heading(section.heading) + itemsHtml(section))),
      ...(action === undefined ? [] : [row(actionHtml(action))]),
      mailFoot(foot, frame, t.stop),
    ],
  });
}

/** Rows with a mark rather than a list: Word gives lists its own indents. */
function itemsHtml({ items, none }: NoticeWords['sections'][number]): string {
  if (items.length === 0) return none === '' ? '' : paragraph(none, TEXT, 'soft');
  if (items.length === 1) return paragraph(items[0] ?? '', TEXT, 'ink');
  const rows = items.map(
    (item) =>
      `<tr><td class="soft" valign="top" width="16" style="width:16px;padding:0 0 4px;${TEXT};color:#595d63">・</td><td class="ink" valign="top" style="padding:0 0 4px;${TEXT}">${escapeHtml(item)}</td></tr>`,
  );
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${rows.join('')}</table>`;
}

function actionHtml({ title, text }: NonNullable<NoticeWords['action']>): string {
  return washed(
    `${paragraph(title, `${SMALL};font-weight:600`, 'soft')}${paragraph(text, TEXT, 'ink')}`,
  );
}

/** Says what the HTML says, in the same order; headings marked with ■ as in the weekly one. */
function textOf(words: NoticeWords, frame: Frame, language: Language): string {
  const t = summaryMail[language];
  const { lead, sections, action } = words;
  return [
    ...(frame.note === undefined ? [] : [frame.note, '']),
    words.heading,
    '',
    lead,
    ...sections.flatMap(({ heading: title, items, none }) => [
      '',
      `■ ${title}`,
      ...(items.length === 0 && none !== '' ? [none] : []),
      ...(items.length === 1 ? items : items.map((item) => `・${item}`)),
    ]),
    ...(action === undefined ? [] : ['', `■ ${action.title}`, action.text]),
    '',
    '--',
    t.promise,
    ...frame.foot,
    ...(frame.stopUrl === undefined ? [] : [t.stopAt(frame.stopUrl)]),
  ].join('\n');
}
