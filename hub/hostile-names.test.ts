import { expect, it } from 'vitest';
import { hubWorlds } from '../test/support/hub-world.ts';
import { alikeWorld, PASTS, TOLD_AT, type AlikeWorld } from '../test/support/alike-world.ts';
import { lookAs, mondayFrom, standingStill } from '../test/support/look-everywhere.ts';

const worlds = hubWorlds();
const SLOW_MS = 120_000;
/** Ends a text, an attribute and a tag, calls a script, and deletes a table where it is not bound. */
const NAME = `"'>--><img src=x onerror=alert(1)>'); DROP TABLE members;--`;
/** How the name begins a tag or ends an attribute where it is not escaped. */
const BROKEN_OUT = /<img src=x|"'>/;

/** Gives everything that has a name this one; each of them is taken as it is. */
async function nameEverything({ world, departmentIds, readers }: AlikeWorld): Promise<void> {
  const owner = readers[0]?.token;
  const named = async (request: `${'PUT' | 'POST'} /${string}`, body: object, token = owner) => {
    const answer = await world.ask(request, { token, body });
    expect([request, answer.status < 300]).toEqual([request, true]);
  };
  await named('PUT /v1/organisation', { name: NAME });
  for (const id of departmentIds) {
    await named(`PUT /v1/departments/${id}`, { name: NAME });
    await named(`POST /v1/departments/${id}/channels`, {
      label: NAME,
      language: 'ja',
      settings: { kind: 'mail', address: `${id}@example.com` },
    });
  }
  for (const { token } of readers) await named('PUT /v1/me', { displayName: NAME }, token);
  const text = { title: NAME, body: NAME, variables: [] };
  const rhythm = { kind: 'onDemand' };
  const workflow = { name: NAME, kind: 'sales', rhythm, minutes: 5 };
  const note = { tool: 'chatgpt', month: '2026-05', title: NAME, changed: NAME, meaning: NAME };
  for (const departmentId of departmentIds) {
    await named('POST /v1/prompts', { text, departmentId, named: true });
    await named('POST /v1/workflows', { ...workflow, departmentId });
    await named('POST /v1/notes', { ...note, departmentId });
  }
}

it(
  'a name that is HTML and SQL is a name in every answer, page, table and mail',
  async () => {
    const alike = await alikeWorld(worlds);
    await alike.happen(PASTS[0] ?? { away: 0, ran: 0 });
    await nameEverything(alike);
    const { hub } = await worlds.beside(alike.world, TOLD_AT);
    const still = standingStill(hub);
    const pages: [string, string][] = [];
    const mails = await mondayFrom(still, (mail) => pages.push([mail.to.address, mail.html]));
    for (const reader of alike.readers) {
      for (const [where, what] of await lookAs(still, reader, alike)) {
        // JSON and text may hold it as it is; nothing draws them.
        if (where.endsWith('text/html')) pages.push([where, what]);
        // Nobody who could read it before cannot now.
        expect([where, what.startsWith('5')]).toEqual([where, false]);
      }
    }
    expect(pages.length).toBeGreaterThan(20);
    expect(JSON.parse(mails.get('Monday') ?? '')).toMatchObject({ opened: 4, failed: 0 });
    for (const [where, html] of pages) {
      expect([where, BROKEN_OUT.exec(html)?.[0]]).toEqual([where, undefined]);
    }
    expect(pages.some(([, html]) => html.includes('&lt;img src=x'))).toBe(true);
  },
  SLOW_MS,
);
