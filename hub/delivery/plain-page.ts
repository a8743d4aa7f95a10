import { escapeHtml } from './mail-html.ts';

/** Headers of every page the hub shows in a browser: nothing may load or run in it, nor may it be framed. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

const STYLE = `:root{color-scheme:light dark;--ink:#25272b;--paper:#fffdf8;--soft:#595d63;--line:#1c4e78}
@media(prefers-color-scheme:dark){:root{--ink:#eceae4;--paper:#1b1d20;--soft:#b3b6bb;--line:#8fbde3}}
body{max-width:480px;margin:48px auto;padding:0 20px;color:var(--ink);background:var(--paper);line-height:1.7;overflow-wrap:anywhere;font-family:system-ui,'Hiragino Sans','Noto Sans JP','Yu Gothic UI',Meiryo,sans-serif}
h1,h2{font-size:20px;line-height:1.5;font-weight:600;word-break:auto-phrase}
p,li{word-break:auto-phrase}
ol{padding-left:1.6em}
li{margin:8px 0}
section+section{margin-top:40px;padding-top:32px;border-top:1px solid var(--line)}
.soft{color:var(--soft);font-size:14px}`;

/** A small page without script for whoever opens one of the hub's links in a browser. `body` is HTML, its texts escaped. */
export function plainPage(title: string, body: string): string {
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;
}
