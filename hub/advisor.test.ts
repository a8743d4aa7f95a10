import { expect, it } from 'vitest';
import { alikeWorld, PASTS, TOLD_AT, type AlikeWorld } from '../test/support/alike-world.ts';
import { hubWorlds } from '../test/support/hub-world.ts';
import { lookAs, readingRoutes, standingStill } from '../test/support/look-everywhere.ts';

const worlds = hubWorlds();
const SLOW_MS = 120_000;
/** Stands nowhere but in names. */
const MARK = '甲乙丙';

/** Gives every reader but the advisor a name of their own; returns the names by reader. */
async function nameReaders({ world, readers }: AlikeWorld): Promise<string[]> {
  const names: string[] = [];
  for (const [index, { name, token }] of readers.entries()) {
    if (name === 'advisor') continue;
    const displayName = `${MARK}${'一二三四五六'[index] ?? ''} 花子`;
    await world.ask('PUT /v1/me', { token, body: { displayName } });
    names.push(displayName);
  }
  return names;
}

/** Writes those names wherever somebody inside can: as authors, askers, assignees, and in every text. */
async function writeNames(alike: AlikeWorld, [, name = '']: readonly string[]): Promise<void> {
  const { world, departmentIds, readers } = alike;
  const [owner, champion] = readers;
  const [first = ''] = departmentIds;
  const later = await worlds.beside(world, '2026-05-26T09:00:00+09:00');
  const put = async (
    request: `${'PUT' | 'POST'} /${string}`,
    body: object,
    token = owner?.token,
  ) => {
    const answer = await later.ask(request, { token, body });
    expect([request, answer.text, answer.status < 300]).toEqual([request, answer.text, true]);
  };
  const rhythm = { kind: 'everyWorkday' };
  const me = await world.ask('GET /v1/me', { token: champion?.token });
  const { memberId } = me.json<{ memberId: string }>();
  const goal = { purpose: 'hands', sentence: '半分の時間で返す', share: 0.5, by: '2026-09-30' };
  await put('PUT /v1/goal', { ...goal, departmentIds, workflowIds: [] });
  const workflow = { name: '見積書', kind: 'sales', rhythm, minutes: 5 };
  await put('POST /v1/workflows', { ...workflow, id: 'quotes', departmentId: first });
  await put(`PUT /v1/departments/${first}/appointment`, { memberId });
  await put(`PUT /v1/departments/${first}/programme`, { startedOn: '2026-05-04' });
  const said = { agreed: `${name}さんが試す`, nextStep: `${name}に聞く` };
  await put('PUT /v1/workflows/quotes/agreement', said);
  await put(`PUT /v1/departments/${first}/meetings/2026-05-25`, { notes: `${name}：よい` });
  const action = { text: `${name}と一緒に試す`, assignee: name };
  await put(`POST /v1/departments/${first}/actions`, action);
  const text = { title: '返信', body: '返信を書く', variables: [] };
  await put('POST /v1/prompts', { id: 'named', text, named: true }, champion?.token);
  const approve = { do: 'approve', version: 1 };
  await put('PUT /v1/prompts/named', approve, champion?.token);
  const open = { id: 'open', text, named: true };
  await put('POST /v1/prompts', open, champion?.token);
  const question = { id: 'asked', text: `${name}です。どう書きますか` };
  await put('POST /v1/help', question, champion?.token);
}

it(
  'an advisor meets no member’s name on any route, in any form, and everybody inside does',
  async () => {
    const alike = await alikeWorld(worlds);
    await alike.happen(PASTS[0] ?? { away: 0, ran: 0 });
    const names = await nameReaders(alike);
    await writeNames(alike, names);
    const { hub } = await worlds.beside(alike.world, TOLD_AT);
    const still = standingStill(hub);
    const seenBy = async (wanted: string) => {
      const reader = alike.readers.find(({ name }) => name === wanted);
      if (reader === undefined) throw new Error(wanted);
      return [
        ...(await lookAs(still, reader, alike)),
        ...(await lookAs(still, reader, { ...alike, promptId: 'named' })),
      ];
    };
    const told = (seen: readonly (readonly [string, string])[]) => [
      ...new Set(
        seen.filter(([, what]) => what.includes(MARK)).map(([where]) => where.split(' ')[2]),
      ),
    ];
    // The same places do tell the names inside, so that this looks at what it means to.
    expect(told(await seenBy('owner'))).toEqual(
      expect.arrayContaining([
        '/members',
        '/prompts',
        '/departments/:id/library',
        '/departments/:id/prompts/:promptId/versions',
        '/departments/:id/help',
        '/departments/:id/meetings',
        '/departments/:id/programme',
        '/departments/:id/attachment',
      ]),
    );
    const outside = await seenBy('advisor');
    expect(outside.filter(([, what]) => what.includes(MARK) || what.includes('花子'))).toEqual([]);
    expect(outside.filter(([, what]) => what.startsWith('200')).length).toBeGreaterThan(20);
    // What an advisor is for is there, without the people: agenda, proposals, questions that wait too long.
    const all = outside.map(([, what]) => what).join('\n');
    expect(all).toContain('○○と一緒に試す');
    expect(all).toContain('○○さんが試す');
    expect(all).toContain('どう書きますか');
    // Nor is there an advisor's look at a single person's numbers: the routes about members are closed.
    for (const { path } of readingRoutes(still).filter(({ path: at }) => at.includes('members'))) {
      const answers = outside.filter(([where]) => where.includes(`GET ${path} `));
      expect(answers.map(([, what]) => what.slice(0, 3))).toEqual(answers.map(() => '403'));
    }
  },
  SLOW_MS,
);
