import { sponsorPageInWords, type SponsorPageInWords } from '../../lib/app/sponsor-page-words.ts';
import type { SponsorPage } from '../../lib/contract/hub/sponsor.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { sponsor as strings } from '../../lib/i18n/sponsor.ts';
import { summaryMail } from '../../lib/i18n/summary-mail.ts';
import type { Word } from '../../lib/i18n/words.ts';
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

/**
 * A company's month for a sponsor: mail and text from one data, so that they cannot disagree. Pure; the same input gives
 * the same bytes.
 */
export function renderSponsorMonth(
  page: SponsorPage,
  language: Language,
  options: MailOptions = {},
): RenderedSummary {
  const words = sponsorPageInWords(page, language);
  const frame = frameOf(options, language);
  return {
    subject: `${prefixOf(options.occasion ?? 'real', language)}${words.subject}`,
    text: textOf(words, frame),
    html: htmlOf(words, frame),
    images: [],
  };
}

function htmlOf(w: SponsorPageInWords, frame: Frame): string {
  const t = strings[w.language];
  const sections = [
    ...mailHead(frame, w.heading),
    row(
      `<p class="ai big" style="margin:0;font-size:22px;line-height:1.5;font-weight:600;color:#1c4e78">${escapeHtml(w.first)}</p>${paragraph(w.asOf, SMALL, 'soft')}`,
    ),
    row(goalHtml(w)),
    ...(w.needs.length === 0 ? [] : [row(needsHtml(w))]),
    row(heading(t.wellHeading) + linesHtml(w.well.length === 0 ? [t.wellNothing] : w.well)),
    row(heading(t.programmesHeading) + programmesHtml(w)),
    mailFoot(w, frame, t.stop),
  ];
  return mailPage({ language: w.language, title: w.subject, preheader: w.first, sections });
}

function goalHtml({ goal, numbers, numbersNote, language }: SponsorPageInWords): string {
  const cells = numbers.map(({ word, value, beside }, index) => {
    const last = index === numbers.length - 1;
    return `<td class="col${last ? ' col-last' : ''}" width="50%" valign="top" style="width:50%;padding:0 ${last ? 0 : 16}px 0 0;vertical-align:top">${paragraph(word.word, `${SMALL};font-weight:600;color:#25272b`, 'ink')}<p class="ai" style="margin:0;font-size:24px;line-height:1.4;color:#1c4e78;font-variant-numeric:tabular-nums">${escapeHtml(value)}</p>${beside.map((fact) => paragraph(fact, SMALL, 'soft')).join('')}</td>`;
  });
  const sentence =
    goal.sentence === undefined
      ? ''
      : paragraph(goal.sentence, 'font-size:16px;line-height:1.6;color:#25272b', 'ink');
  return `${heading(strings[language].goalHeading)}${sentence}${paragraph(goal.line, `${TEXT};margin-bottom:8px`, 'ink')}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>${cells.join('')}</tr></table>${paragraph(numbersNote, `${SMALL};margin-top:8px`, 'soft')}`;
}

function needsHtml({ needs, more, language }: SponsorPageInWords): string {
  const t = strings[language];
  const items = needs.map(
    ({ title, why, todo }, index) =>
      `<p class="ink" style="margin:12px 0 0;font-size:16px;line-height:1.6;font-weight:600;color:#25272b">${index + 1}. ${escapeHtml(title)}</p>${paragraph(why, SMALL, 'soft')}${paragraph(todo, TEXT, 'ink')}`,
  );
  const rest = more === undefined ? '' : paragraph(more, `${SMALL};margin-top:12px`, 'soft');
  return washed(
    `${heading(t.needsHeading)}${paragraph(t.needsLead, SMALL, 'soft')}${items.join('')}${rest}`,
  );
}

/** A block a department rather than a wide table: a mail is read on a telephone. */
function programmesHtml({ programmes, columns, below, language }: SponsorPageInWords): string {
  const blocks = programmes.map(
    (programme) =>
      `<div class="rule" style="border-top:1px solid #e4dccb;padding:8px 0"><p class="ink" style="margin:0;${TEXT};font-weight:600">${escapeHtml(programme.name)}</p>${paragraph(programme.state, TEXT, programme.needsCare ? 'ink' : 'soft')}${paragraph(factsOf(programme, columns, language), SMALL, 'soft')}</div>`,
  );
  const body =
    blocks.length === 0 ? linesHtml([strings[language].programmesNone]) : blocks.join('');
  return body + below.map((fact) => paragraph(fact, SMALL, 'soft')).join('');
}

/** `週：11 / 16、習慣になった人：50%（目安 42%）…`: every column but the name and the state; that the weeks are over needs no column's name. */
function factsOf(
  { week, habit, attached, meetings }: SponsorPageInWords['programmes'][number],
  columns: SponsorPageInWords['columns'],
  language: Language,
): string {
  const colon = language === 'ja' ? '：' : ': ';
  return [week, habit, attached, meetings]
    .map((fact, index) =>
      fact === strings[language].weeksOver ? fact : `${columns[index + 1] ?? ''}${colon}${fact}`,
    )
    .join(summaryMail[language].separator);
}

function linesHtml(lines: readonly string[]): string {
  return lines.map((line) => paragraph(line, TEXT, 'ink')).join('');
}

/** Says what the HTML says, in the same order; headings marked with ■ as in the weekly one. */
function textOf(w: SponsorPageInWords, frame: Frame): string {
  const t = strings[w.language];
  const ja = w.language === 'ja';
  return [
    ...(frame.note === undefined ? [] : [frame.note, '']),
    w.heading,
    '',
    w.first,
    w.asOf,
    '',
    `■ ${t.goalHeading}`,
    ...(w.goal.sentence === undefined ? [] : [w.goal.sentence]),
    w.goal.line,
    ...w.numbers.flatMap(({ word, value, beside }) => [
      `${word.word}${ja ? '　' : ': '}${value}`,
      ...beside.map((fact) => `  ${fact}`),
    ]),
    w.numbersNote,
    '',
    ...(w.needs.length === 0 ? [] : [...needsText(w), '']),
    `■ ${t.wellHeading}`,
    ...(w.well.length === 0 ? [t.wellNothing] : w.well),
    '',
    `■ ${t.programmesHeading}`,
    ...(w.programmes.length === 0 ? [t.programmesNone] : []),
    ...w.programmes.flatMap((programme) => [
      programme.name,
      `  ${programme.state}`,
      `  ${factsOf(programme, w.columns, w.language)}`,
    ]),
    ...w.below,
    '',
    `■ ${summaryMail[w.language].definitionsHeading}`,
    ...w.definitions.map(({ word, meaning }: Word) => `${word}${ja ? '：' : ': '}${meaning}`),
    '',
    w.promise,
    ...frame.foot,
    ...(frame.stopUrl === undefined ? [] : [t.stopAt(frame.stopUrl)]),
  ].join('\n');
}

function needsText({ needs, more, language }: SponsorPageInWords): string[] {
  const t = strings[language];
  return [
    `■ ${t.needsHeading}`,
    t.needsLead,
    ...needs.flatMap(({ title, why, todo }, index) => [
      `${index + 1}. ${title}`,
      `   ${why}`,
      `   ${todo}`,
    ]),
    ...(more === undefined ? [] : [more]),
  ];
}
