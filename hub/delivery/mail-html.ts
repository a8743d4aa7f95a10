import { keepCounted, splitAtDates } from '../../lib/i18n/counted.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { summaryMail as strings } from '../../lib/i18n/summary-mail.ts';
import type { Word } from '../../lib/i18n/words.ts';
import type { Frame } from './summary-frame.ts';

const FONT =
  "font-family:'Hiragino Sans','Noto Sans JP','Noto Sans CJK JP','Yu Gothic UI',Meiryo,system-ui,sans-serif";
/** Style of what stands beside. */
export const SMALL = 'font-size:12px;line-height:1.7;color:#595d63';
/** Style of a paragraph. */
export const TEXT = 'font-size:14px;line-height:1.7;color:#25272b';

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

/** A whole mail around its sections: tables and inline styles, 600 px, nothing loaded from elsewhere. */
export function mailPage({
  language,
  title,
  preheader,
  sections,
}: {
  readonly language: Language;
  readonly title: string;
  /** What a mail program shows beside the subject. */
  readonly preheader: string;
  readonly sections: readonly string[];
}): string {
  return `<!doctype html>
<html lang="${language}" xmlns:v="urn:schemas-microsoft-com:vml">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${escapeHtml(title)}</title>
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
}

/** The first sections: what is not the real thing says so, then the name of the product and what this is. */
export function mailHead({ note }: Frame, title: string): string[] {
  return [
    ...(note === undefined
      ? []
      : [
          row(
            paragraph(note, `${SMALL};padding:8px 12px;background:#f7e8da;color:#954516`, 'note'),
            '24px 32px 0',
          ),
        ]),
    row(
      `<p class="soft" style="margin:0 0 2px;${SMALL};letter-spacing:.08em">Banso 伴走</p><h1 class="ink" style="margin:0;font-size:18px;line-height:1.5;font-weight:600;color:#25272b">${drawnHtml(title)}</h1>`,
      '28px 32px 0',
    ),
  ];
}

/** The last section: what the words mean, the promise, why this reader gets it, and the way out. */
export function mailFoot(
  data: {
    readonly language: Language;
    readonly definitions: readonly Word[];
    readonly promise: string;
  },
  frame: Frame,
  stop: string,
): string {
  const t = strings[data.language];
  return row(
    `<div class="rule" style="border-top:1px solid #e4dccb;padding-top:16px">${data.definitions.length === 0 ? '' : heading(t.definitionsHeading, 0)}${data.definitions
      .map((word) => definition(word, data.language))
      .join(
        '',
      )}${paragraph(data.promise, `${SMALL};margin-top:12px;color:#25272b`, 'ink')}${frame.foot
      .map((text) => paragraph(text, SMALL, 'soft'))
      .join('')}${stopLink(frame, stop)}</div>`,
    '28px 32px 32px',
  );
}

/** Makes text safe between tags and in quoted attributes; a figure stays beside what it counts. */
export function escapeHtml(text: string): string {
  return keepCounted(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Text as it is drawn between tags: safe, and each date in one piece. Not for attributes, which take no tags. */
export function drawnHtml(text: string): string {
  return splitAtDates(text)
    .map((part, index) =>
      index % 2 === 1
        ? `<span style="white-space:nowrap">${escapeHtml(part)}</span>`
        : escapeHtml(part),
    )
    .join('');
}

/** A section. */
export function row(content: string, padding = '24px 32px 0'): string {
  return `<tr><td class="pad keep" style="padding:${padding}">${content}</td></tr>`;
}

/** The one thing that a mail asks for, on the colour that marks it; `content` is HTML. */
export function washed(content: string): string {
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="wash" style="padding:16px 20px;background:#e2eaee;border-left:4px solid #1c4e78">${content}</td></tr></table>`;
}

/** A section's heading; space above it in px. */
export function heading(text: string, above = 0): string {
  return `<h2 class="soft" style="margin:${above}px 0 4px;font-size:12px;line-height:1.7;font-weight:600;color:#595d63">${drawnHtml(text)}</h2>`;
}

/** A paragraph, its text escaped. `name` is its class for the dark theme. */
export function paragraph(text: string, style: string, name = ''): string {
  return `<p class="${name}" style="margin:0;${style}">${drawnHtml(text)}</p>`;
}

/** `訪問日：…`, the word itself in ink. */
function definition({ word, meaning }: Word, language: 'ja' | 'en'): string {
  const colon = language === 'ja' ? '：' : ': ';
  return `<p class="soft" style="margin:0 0 2px;${SMALL}"><span class="ink" style="color:#25272b">${escapeHtml(word)}</span>${colon}${escapeHtml(meaning)}</p>`;
}

function stopLink({ stopUrl }: Frame, words: string): string {
  if (stopUrl === undefined) return '';
  return `<p class="soft screen" style="margin:8px 0 0;${SMALL}"><a class="ai" href="${escapeHtml(stopUrl)}" style="color:#1c4e78">${escapeHtml(words)}</a></p>`;
}
