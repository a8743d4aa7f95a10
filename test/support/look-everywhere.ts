import { createApp, routeTables } from '../../hub/app.ts';
import type { Mail } from '../../hub/delivery/mailer.ts';
import type { Hub } from '../../hub/hub.ts';
import { createJobs } from '../../hub/jobs/jobs.ts';
import type { Described } from '../../hub/routes/route-table.ts';
import { TOLD_AT, WEEKS, type AlikeWorld, type Reader } from './alike-world.ts';

/** What was seen, by where it was seen. */
export type Seen = ReadonlyMap<string, string>;

const DAYS = ['2026-05-18', '2026-05-31', '2026-06-01'];
/** A webhook says when it was sent, by the real clock. */
const SENT_AT = /"timestamp":"[^"]*"/;
/** How routes that want something in their address are asked. A new one that is missing here is answered by nobody. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  '/lines': DAYS.map((day) => `?today=${day}`),
  '/departments/:id/summary': WEEKS.map((week) => `?week=${week}`),
  '/sponsor-page': ['', '?month=2026-05'],
  '/export.csv': ['?from=2026-05-01&to=2026-06-01', '?from=2026-05-11&to=2026-05-17'],
};
/** Open to those without a token: the contract, the way out of mails, and the hours of meetings by their own link. */
const ELSEWHERE = new Set(['/openapi.json', '/unsubscribe', '/meetings.ics']);

/** Every route that reads, as the contract lists them: a new one is in it by itself. */
export function readingRoutes(hub: Hub): Described[] {
  return routeTables(hub)
    .flatMap(({ endpoints }) => endpoints)
    .filter(({ method, path }) => method === 'get' && !ELSEWHERE.has(path));
}

/**
 * Everything a reader can get out of a hub with a plain look: each reading route, for each department, member, week and
 * day, in each form it has.
 */
export async function lookAs(
  hub: Hub,
  { name, token }: Reader,
  known: Pick<AlikeWorld, 'departmentIds' | 'memberIds' | 'promptId'>,
): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const { path, media = [] } of readingRoutes(hub)) {
    // A limit per token would end the look halfway.
    const app = createApp(hub);
    const ids = path.startsWith('/members/') ? known.memberIds : known.departmentIds;
    const places = path.includes(':id')
      ? ids.map((id) => path.replace(':id', id).replace(':promptId', known.promptId))
      : [path];
    for (const place of places) {
      for (const query of QUERIES[path] ?? ['']) {
        for (const accept of ['application/json', ...media]) {
          const headers = { authorization: `Bearer ${token}`, accept };
          const answer = await app.request(`/v1${place}${query}`, { headers });
          const said = `${answer.status} ${await answer.text()}`;
          seen.set(`${name} GET ${path} ${place}${query} as ${accept}`, said);
        }
      }
    }
  }
  return seen;
}

/**
 * Everything that leaves a hub on Monday: mails with their pictures, and what chats are sent. Nothing really leaves; `onMail`
 * gets each mail as it would have left.
 */
export async function mondayFrom(
  hub: Hub,
  onMail: (mail: Mail) => void = () => undefined,
): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const sending: Hub['sending'] = {
    ...hub.sending,
    mailer: {
      sends: true,
      async send(mail) {
        onMail(mail);
        const { to, subject, text, html, images } = mail;
        const pictures = images.map(({ png }) => png.toString('base64'));
        // Some get one of each department, in whatever order they were ready.
        seen.set(`mail to ${to.address}: ${subject}`, [text, html, ...pictures].join('\n'));
      },
    },
    outbound: {
      async post({ url, body }) {
        // The exchange for a token is signed with the time and says nothing else.
        const isToken = url.includes('oauth');
        if (!isToken) seen.set(`chat at ${url}`, body.replace(SENT_AT, ''));
        const status = /lineworks|worksapis/.test(url) && !isToken ? 201 : 200;
        return { status, headers: {}, body: isToken ? '{"access_token":"x"}' : 'ok' };
      },
    },
  };
  const { opened, sent, failed } = await createJobs({ ...hub, sending }).tick();
  seen.set('Monday', JSON.stringify({ opened, sent, failed }));
  return seen;
}

/** A hub whose clock stands still, so that two looks differ in what they are looks at. */
export function standingStill(hub: Hub): Hub {
  const at = Date.parse(TOLD_AT);
  return { ...hub, clock: { now: () => at, rehearsal: false } };
}
