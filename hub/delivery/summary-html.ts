import type {
  DepartmentSummaryInWords,
  LineInWords,
  NumberInWords,
} from '../../lib/app/department-summary-words.ts';
import { shortDay } from '../../lib/i18n/day-words.ts';
import { summaryMail as strings } from '../../lib/i18n/summary-mail.ts';
import type { Word } from '../../lib/i18n/words.ts';
import { drawLine } from './line-image.ts';
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

const FONT =
  "font-family:'Hiragino Sans','Noto Sans JP','Noto Sans CJK JP','Yu Gothic UI',Meiryo,system-ui,sans-serif";
const SMALL = 'font-size:12px;line-height:1.7;color:#595d63';
const TEXT = 'font-size:14px;line-height:1.7;color:#25272b';

/**
 * Dark theme and small screens, for the programs that read a style sheet (Apple Mail, Gmail's apps, Outlook for Mac and
 * the web); the rest shows the light, inline one. The colours are the product's tokens (components/ui/tokens.css).
 */
const STYLE = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;-webkit-text-size-adjust:100%}
img{border:0;line-height:0}
@media (max-width:520px){
.pad{padding-left:20px!important;padding-right:20px!important}
.col{display:block!important;width:auto!important;padding:0 0 16px!important}
.col-last{padding-bottom:0!important}
.big{font-size:20px!important}
}
@media (prefers-color-scheme:dark){
.paper{background:#181a1c!important}
.card{background:#212427!important}
.ink{color:#ece7db!important}
.soft{color:#b5b1a6!important}
.ai{color:#8fbfe2!important}
.wash{background:#23323e!important;border-color:#8fbfe2!important}
.rule{border-color:#34383c!important}
.note{background:#382a20!important;color:#ecb186!important}
}
@media print{
@page{size:A4;margin:10mm 14mm}
.paper,.card{background:#fff!important}
.card{zoom:.72;max-width:none!important}
.pad{padding:12px 0 0!important}
.keep{break-inside:avoid}
.screen{display:none!important}
}`;

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
    ...(frame.note === undefined
      ? []
      : [
          row(
            paragraph(
              frame.note,
              `${SMALL};padding:8px 12px;background:#f7e8da;color:#954516`,
              'note',
            ),
            '24px 32px 0',
          ),
        ]),
    row(
      `<p class="soft" style="margin:0 0 2px;${SMALL};letter-spacing:.08em">Banso 伴走</p><h1 class="ink" style="margin:0;font-size:18px;line-height:1.5;font-weight:600;color:#25272b">${escapeHtml(data.heading)}</h1>`,
      '28px 32px 0',
    ),
    row(
      `${heading(t.changedHeading)}<p class="ai big" style="margin:0;font-size:22px;line-height:1.5;font-weight:600;color:#1c4e78">${escapeHtml(data.changed)}</p>${paragraph(data.whyChosen, `${SMALL};margin-top:4px`, 'soft')}`,
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
    row(
      `<div class="rule" style="border-top:1px solid #e4dccb;padding-top:16px">${heading(t.definitionsHeading, 0)}${data.definitions
        .map((word) => definition(word, data.language))
        .join(
          '',
        )}${paragraph(data.promise, `${SMALL};margin-top:12px;color:#25272b`, 'ink')}${frame.foot
        .map((text) => paragraph(text, SMALL, 'soft'))
        .join('')}${stopLink(frame, t.stop)}</div>`,
      '28px 32px 32px',
    ),
  ];
  const preheader = data.numbers.map(({ word, value }) => `${word.word} ${value}`).join(' · ');
  const html = `<!doctype html>
<html lang="${data.language}" xmlns:v="urn:schemas-microsoft-com:vml">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${escapeHtml(data.subject)}</title>
<style>${STYLE}
</style>
<!--[if mso]><style>table{border-collapse:collapse}td,p,h1,h2{font-family:'Yu Gothic UI',Meiryo,sans-serif!important}</style><![endif]-->
</head>
<body class="paper" style="margin:0;padding:0;background:#faf6ee">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(preheader)}</div>
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#faf6ee"><tr><td align="center">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;background:#fffdf8;text-align:left;${FONT};overflow-wrap:anywhere;word-break:auto-phrase">
${sections.join('\n')}
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>`;
  return { html, images };
}

/** Makes text safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

type Picture = (line: LineInWords, size: 'own' | 'other') => string;

function row(content: string, padding = '24px 32px 0'): string {
  return `<tr><td class="pad keep" style="padding:${padding}">${content}</td></tr>`;
}

function heading(text: string, above = 0): string {
  return `<h2 class="soft" style="margin:${above}px 0 4px;font-size:12px;line-height:1.7;font-weight:600;color:#595d63">${escapeHtml(text)}</h2>`;
}

function paragraph(text: string, style: string, name = ''): string {
  return `<p class="${name}" style="margin:0;${style}">${escapeHtml(text)}</p>`;
}

/** `訪問日：…`, the word itself in ink. */
function definition({ word, meaning }: Word, language: 'ja' | 'en'): string {
  const colon = language === 'ja' ? '：' : ': ';
  return `<p class="soft" style="margin:0 0 2px;${SMALL}"><span class="ink" style="color:#25272b">${escapeHtml(word)}</span>${colon}${escapeHtml(meaning)}</p>`;
}

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
      ? `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:536px"><tr><td class="soft" style="${SMALL}">${escapeHtml(shortDay(first.day, data.language))}</td><td class="soft" align="right" style="${SMALL};text-align:right">${escapeHtml(shortDay(last.day, data.language))}</td></tr></table>`
      : '';
  const drawn = line.days.length === 0 ? '' : picture(line, 'own') + ends;
  return `${heading(t.lineHeading)}${drawn}${paragraph(line.facts, TEXT, 'ink')}${paragraph(t.legend, SMALL, 'soft')}`;
}

function otherLines(data: DepartmentSummaryInWords, picture: Picture): string {
  const t = strings[data.language];
  const lines = data.others.map((line) => {
    const drawn = line.days.length === 0 ? '' : picture(line, 'other');
    return `<div style="padding-top:8px">${drawn}<p class="soft" style="margin:0;${SMALL}"><span class="ink" style="color:#25272b">${escapeHtml(line.name)}</span> ${escapeHtml(line.facts)}</p></div>`;
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
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="wash" style="padding:16px 20px;background:#e2eaee;border-left:4px solid #1c4e78">${heading(t.actionHeading)}<p class="ink" style="margin:0;font-size:16px;line-height:1.6;font-weight:600;color:#25272b">${escapeHtml(title)}</p>${paragraph(why, TEXT, 'ink')}<p class="soft" style="margin:12px 0 4px;${SMALL};font-weight:600">${escapeHtml(t.messageHeading)}</p><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="card ink" style="padding:12px 16px;background:#fffdf8;${TEXT}">${escapeHtml(message)}</td></tr></table></td></tr></table>`;
}

function stopLink({ stopUrl }: Frame, words: string): string {
  if (stopUrl === undefined) return '';
  return `<p class="soft screen" style="margin:8px 0 0;${SMALL}"><a class="ai" href="${escapeHtml(stopUrl)}" style="color:#1c4e78">${escapeHtml(words)}</a></p>`;
}
