import { joinPage as strings } from '../../lib/i18n/join-page.ts';
import { plainPage } from './plain-page.ts';
import { escapeHtml } from './mail-html.ts';

/**
 * What an invite's link shows in a browser: how to join from the extension. It is the same for every invite, in both
 * languages and without script; the code stands behind `#`, which browsers never send, so the hub's logs cannot hold it.
 */
export function joinPage(): string {
  const [japanese, english] = (['ja', 'en'] as const).map((language) => {
    const t = strings[language];
    const heading = language === 'ja' ? 'h1' : 'h2';
    const steps = t.steps.map((step) => `<li>${escapeHtml(step)}</li>`).join('');
    return `<section lang="${language}"><${heading}>${escapeHtml(t.title)}</${heading}><p>${escapeHtml(t.lead)}</p><ol>${steps}</ol><p>${escapeHtml(t.promise)}</p><p class="soft">${escapeHtml(t.code)}</p></section>`;
  });
  return plainPage(strings.ja.title, `<main>${japanese}${english}</main>`);
}
