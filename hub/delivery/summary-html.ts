import type {
  DepartmentSummaryInWords,
  LineInWords,
  NumberInWords,
} from '../../lib/app/department-summary-words.ts';
import { shortDay } from '../../lib/i18n/day-words.ts';
import { summaryMail as strings } from '../../lib/i18n/summary-mail.ts';
import { drawLine } from './line-image.ts';
import {
  drawnHtml,
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
import type { Frame } from './summary-frame.ts';

/** A picture that the HTML names. */
export interface InlineImage {
  /** Content-ID without the angle brackets. */
  readonly cid: string;
  readonly filename: string;
  readonly png: Buffer;
}

/** A summary's HTML with its pictures. */
export interface SummaryHtml {
  readonly html: string;
  /** Empty when they are written into the HTML. */
  readonly images: readonly InlineImage[];
}

/**
 * The summary as an HTML mail: tables and inline styles, 600 px, nothing loaded from elsewhere, the lines as inline
 * pictures with their sentence as the alternative; `pictures: 'inside'` writes them into the HTML, for a browser. Every
 * text is escaped here, names included.
 */
export function summaryHtml(
  data: DepartmentSummaryInWords,
  frame: Frame,
  pictures: 'attached' | 'inside',
): SummaryHtml {
  const t = strings[data.language];
  const images: InlineImage[] = [];
  const picture = (line: LineInWords, size: 'own' | 'other'): string => {
    const image = drawLine(line.days, { size, entering: line.entering });
    const cid = `line${images.length}@banso`;
    if (pictures === 'attached') {
      images.push({ cid, filename: `line${images.length}.png`, png: image.png });
    }
    const source =
      pictures === 'attached'
        ? `cid:${cid}`
        : `data:image/png;base64,${image.png.toString('base64')}`;
    return `<img src="${source}" width="${image.width}" height="${image.height}" alt="${escapeHtml(line.alt)}" title="${escapeHtml(line.alt)}" style="display:block;width:100%;max-width:${image.width}px;height:auto;font-size:12px;line-height:1.5;color:#595d63">`;
  };
  const sections = [
    ...mailHead(frame, data.heading),
    row(
      `${heading(t.changedHeading)}<p class="ai big" style="margin:0;font-size:22px;line-height:1.5;font-weight:600;color:#1c4e78">${drawnHtml(data.changed)}</p>${paragraph(data.whyChosen, `${SMALL};margin-top:4px`, 'soft')}`,
    ),
    row(numbersTable(data.numbers, data.numbersNote, t.numbersHeading)),
    row(ownLine(data, picture)),
    ...(data.others.length === 0 ? [] : [row(otherLines(data, picture))]),
    ...(data.review.length === 0
      ? []
      : [
          row(
            heading(t.reviewHeading) +
              data.review.map((text) => paragraph(text, TEXT, 'ink')).join(''),
          ),
        ]),
    row(actionCard(data)),
    mailFoot(data, frame, t.stop),
  ];
  const preheader = data.numbers.map(({ word, value }) => `${word.word} ${value}`).join(' · ');
  const html = mailPage({ language: data.language, title: data.subject, preheader, sections });
  return { html, images };
}

type Picture = (line: LineInWords, size: 'own' | 'other') => string;

function numbersTable(
  numbers: readonly NumberInWords[],
  note: string | undefined,
  title: string,
): string {
  const cells = numbers.map(({ word, value, beside }, index) => {
    const last = index === numbers.length - 1;
    const facts = beside.map((fact) => paragraph(fact, SMALL, 'soft')).join('');
    return `<td class="col${last ? ' col-last' : ''}" width="33%" valign="top" style="width:33%;padding:0 ${last ? 0 : 16}px 0 0;vertical-align:top">${paragraph(word.word, `${SMALL};font-weight:600;color:#25272b`, 'ink')}<p class="ai" style="margin:0;font-size:24px;line-height:1.4;color:#1c4e78;font-variant-numeric:tabular-nums">${escapeHtml(value)}</p>${facts}</td>`;
  });
  return `${heading(title)}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>${cells.join('')}</tr></table>${note === undefined ? '' : paragraph(note, `${SMALL};margin-top:8px`, 'soft')}`;
}

function ownLine(data: DepartmentSummaryInWords, picture: Picture): string {
  const t = strings[data.language];
  const { line } = data;
  const first = line.days[0];
  const last = line.days.at(-1);
  const ends =
    first && last
      ? `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:536px"><tr><td class="soft" style="${SMALL}">${drawnHtml(shortDay(first.day, data.language))}</td><td class="soft" align="right" style="${SMALL};text-align:right">${drawnHtml(shortDay(last.day, data.language))}</td></tr></table>`
      : '';
  const drawn = line.days.length === 0 ? '' : picture(line, 'own') + ends;
  return `${heading(t.lineHeading)}${drawn}${paragraph(line.facts, TEXT, 'ink')}${paragraph(t.legend, SMALL, 'soft')}`;
}

function otherLines(data: DepartmentSummaryInWords, picture: Picture): string {
  const t = strings[data.language];
  const lines = data.others.map((line) => {
    const drawn = line.days.length === 0 ? '' : picture(line, 'other');
    return `<div style="padding-top:8px">${drawn}<p class="soft" style="margin:0;${SMALL}"><span class="ink" style="color:#25272b">${escapeHtml(line.name)}</span> ${drawnHtml(line.facts)}</p></div>`;
  });
  const more =
    data.othersMore === undefined
      ? ''
      : paragraph(data.othersMore, `${SMALL};margin-top:8px`, 'soft');
  return `${heading(t.othersHeading)}${paragraph(t.othersNote, SMALL, 'soft')}${lines.join('')}${more}`;
}

function actionCard(data: DepartmentSummaryInWords): string {
  const t = strings[data.language];
  const { title, why, message } = data.action;
  return washed(
    `${heading(t.actionHeading)}<p class="ink" style="margin:0;font-size:16px;line-height:1.6;font-weight:600;color:#25272b">${drawnHtml(title)}</p>${paragraph(why, TEXT, 'ink')}<p class="soft" style="margin:12px 0 4px;${SMALL};font-weight:600">${escapeHtml(t.messageHeading)}</p><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="card ink" style="padding:12px 16px;background:#fffdf8;${TEXT}">${escapeHtml(message)}</td></tr></table>`,
  );
}
