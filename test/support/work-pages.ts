import type { BrowserContext } from '@playwright/test';

/** Made-up sites where a person works; none of them exists. */
export const WORK_SITES = {
  mail: 'https://mail.minato.example',
  sheet: 'https://sheet.minato.example',
  books: 'https://books.minato.example',
} as const;

/** Match patterns of them all. */
export const WORK_HOSTS = Object.values(WORK_SITES).map((site) => `${site}/*`);

const PAGES: Readonly<Record<string, { readonly html: string; readonly csp?: string }>> = {
  [WORK_SITES.mail]: {
    html: `<h1>受信トレイ</h1><ul><li>見積もりのお願い</li></ul>
      <main><textarea aria-label="返信"></textarea><button>送信</button></main>
      <script>window.seen = []; addEventListener('click', (event) => seen.push(event.target.tagName), true);</script>`,
  },
  [WORK_SITES.sheet]: {
    html: `<h1>在庫表</h1><table>${'<tr><td>1</td><td>2</td></tr>'.repeat(40)}</table>
      <button id="open">確認</button><dialog>保存しますか<button>はい</button></dialog>
      <input type="password" aria-label="パスワード">
      <script>document.querySelector('#open').onclick = () => document.querySelector('dialog').showModal();</script>`,
  },
  [WORK_SITES.books]: {
    html: '<h1>仕訳の入力</h1><form><input aria-label="摘要"><button>登録</button></form>',
    csp: "default-src 'none'; require-trusted-types-for 'script'",
  },
};

/** Answers for the sites: one like a webmail, one like a spreadsheet, one like an accounting program with a policy that forbids everything. */
export async function serveWorkPages(context: BrowserContext): Promise<void> {
  await context.route('https://*.minato.example/**', async (route) => {
    const { origin, searchParams } = new URL(route.request().url());
    const { html = '', csp } = PAGES[origin] ?? {};
    const framed = searchParams.get('frame');
    const frame = framed === null ? '' : `<iframe src="${framed}"></iframe>`;
    await route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: csp === undefined ? {} : { 'content-security-policy': csp },
      body: `<!doctype html><html lang="ja"><title>仕事</title>${html}${frame}</html>`,
    });
  });
}
