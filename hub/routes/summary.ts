import { z } from 'zod';
import { weekKeySchema } from '../../lib/contract/hub/organisation.ts';
import { departmentSummarySchema } from '../../lib/contract/hub/summary.ts';
import { summaryMail as strings } from '../../lib/i18n/summary-mail.ts';
import { PAGE_HEADERS, plainPage } from '../delivery/plain-page.ts';
import { renderSummary } from '../delivery/render-summary.ts';
import { summaryCsv } from '../delivery/summary-csv.ts';
import { escapeHtml } from '../delivery/mail-html.ts';
import type { Hub } from '../hub.ts';
import { authorize } from '../services/authorize.ts';
import { stopMail } from '../services/channels.ts';
import { Refusal } from '../services/refusal.ts';
import { previewWeeklySummary } from '../services/weekly-summary.ts';
import { createRouteTable, type RouteTable } from './route-table.ts';

/** In the order of preference when several are asked for alike. */
const MEDIA = ['application/json', 'text/html', 'text/plain', 'text/csv'] as const;
/** The weekly summary as data, page, text and table, and the way out of its mails. */
export function summaryRoutes(hub: Hub): RouteTable {
  const table = createRouteTable();

  table.on(
    {
      method: 'get',
      path: '/departments/:id/summary',
      summary:
        'A department’s week: data, or by Accept a page that prints on one sheet, text, or CSV with the definitions.',
      query: z.strictObject({ week: weekKeySchema }),
      reply: departmentSummarySchema,
      media: ['text/html', 'text/plain', 'text/csv'],
    },
    async ({ query: { week }, context }) => {
      const caller = context.get('caller');
      const departmentId = context.req.param('id') ?? '';
      const proof = authorize(caller, { do: 'seeDepartment', departmentId });
      const summary = await previewWeeklySummary(hub, proof, week);
      const { language } = caller;
      const media = wanted(context.req.header('accept'));
      // It differs by Accept and caller, and must not stay on a shared machine.
      const common = { vary: 'Accept, Authorization', 'cache-control': 'private, no-store' };
      const as = (type: string) => ({ ...common, 'content-type': `${type}; charset=utf-8` });
      if (media === 'text/csv') return context.body(summaryCsv(summary, language), 200, as(media));
      if (media === 'application/json') return context.json(summary, 200, common);
      const occasion = hub.clock.rehearsal ? 'rehearsal' : 'real';
      const rendered = renderSummary(summary, language, { occasion, pictures: 'inside' });
      return media === 'text/plain'
        ? context.body(rendered.text, 200, as(media))
        : context.body(rendered.html, 200, { ...common, ...PAGE_HEADERS });
    },
  );

  const stopQuery = z.strictObject({ token: z.string().min(1).max(600) });
  table.on(
    {
      method: 'get',
      path: '/unsubscribe',
      summary: 'Asks whether these mails should stop; looking at the page changes nothing.',
      access: 'open',
      query: stopQuery,
      media: ['text/html'],
    },
    // Mail programs and virus scanners open links by themselves, so opening it must not be the deed.
    async ({ query: { token }, context }) => context.body(stopPage(token), 200, PAGE_HEADERS),
  );

  table.on(
    {
      method: 'post',
      path: '/unsubscribe',
      summary: 'Stops the mails that the link came with (RFC 8058).',
      access: 'open',
      query: stopQuery,
      media: ['text/html'],
    },
    async ({ query: { token }, context }) => {
      if (!(await stopMail(hub, token))) {
        throw new Refusal('notFound', 'This link does not stop anything here.');
      }
      return context.body(stopPage(undefined), 200, PAGE_HEADERS);
    },
  );

  return table;
}

/** The first of ours that the caller accepts best; JSON for whoever says nothing. */
function wanted(accept: string | undefined): (typeof MEDIA)[number] {
  const ranges = (accept ?? '*/*').split(',').map((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
    const q = parameters.find((part) => part.startsWith('q='));
    return { type: type.toLowerCase(), q: q === undefined ? 1 : Number(q.slice(2)) };
  });
  const quality = (media: string): number =>
    Math.max(
      0,
      ...ranges
        .filter(
          ({ type }) => type === media || type === '*/*' || type === `${media.split('/')[0]}/*`,
        )
        .map(({ type, q }) => (type === media ? q : q - 0.0001)),
    );
  return MEDIA.toSorted((a, b) => quality(b) - quality(a))[0] ?? 'application/json';
}

/** Both languages on one page: the link does not say whose it is. */
function stopPage(token: string | undefined): string {
  const lines = (['ja', 'en'] as const).map((language) =>
    token === undefined ? strings[language].stopped : strings[language].stopQuestion,
  );
  const form =
    token === undefined
      ? ''
      : `<form method="post" action="?token=${escapeHtml(encodeURIComponent(token))}"><button style="font:inherit;padding:10px 20px;border:0;border-radius:8px;background:#1c4e78;color:#fffdf8">${escapeHtml(`${strings.ja.stop} / ${strings.en.stop}`)}</button></form>`;
  const text = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
  return plainPage('Banso', `${text}${form}`);
}
