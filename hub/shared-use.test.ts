import { expect, it } from 'vitest';
import { promptRunId } from '../lib/domain/prompt-run.ts';
import { dayOfUse, joinAll, onBothHubs } from '../test/support/hub-world.ts';
import { approvePrompt, createSharingWorld } from '../test/support/sharing-world.ts';

onBothHubs('a shared prompt’s use', (worlds) => {
  /** A prompt in use, eight people who may run it on the 5th of June, and what is told of it at some time. */
  async function runnable() {
    const sharing = await createSharingWorld(worlds, '2026-06-05T09:00:00+09:00');
    const { tokens, invites, world, sales } = sharing;
    const id = await approvePrompt(sharing);
    const more = await joinAll(world, invites.member, 6);
    const people = [tokens.author, tokens.colleague, ...more.map(({ memberToken }) => memberToken)];
    const run = (count: number) =>
      Promise.all(
        people.slice(0, count).map((token, index) =>
          world.ask('PUT /v1/usage', {
            token,
            body: {
              deviceId: `d${index}`,
              days: [dayOfUse('2026-06-05', { runs: { [promptRunId(id)]: 3, quotes: 3 } })],
            },
          }),
        ),
      );
    const seenOn = async (day: string) => {
      const { ask } = await worlds.beside(world, `${day}T09:00:00+09:00`);
      const list = (await ask('GET /v1/prompts', { token: tokens.colleague })).json<{
        use: unknown[];
      }>();
      const library = (
        await ask(`GET /v1/departments/${sales}/library`, { token: tokens.champion })
      ).json<{ prompts: { use?: unknown }[] }>();
      return [list.use, library.prompts[0]?.use];
    };
    const use = { people: 5, runs: 10 };
    return { ...sharing, people, run, seenOn, told: [[{ id, ...use }], use] };
  }
  const NOTHING = [[], undefined];

  it('is told of five people and more, over four weeks that are over', async () => {
    const { run, seenOn, told } = await runnable();
    await run(4);
    expect(await seenOn('2026-06-29')).toEqual(NOTHING);
    await run(6);
    expect(await seenOn('2026-06-28')).toEqual(NOTHING);
    expect(await seenOn('2026-06-29')).toEqual(told);
    expect(await seenOn('2026-07-26')).toEqual(told);
    expect(await seenOn('2026-07-27')).toEqual(NOTHING);
  });

  it('stays as it was told when somebody leaves or joins, and is not told once their rows are gone', async () => {
    const { run, seenOn, told, world, people, invites } = await runnable();
    await run(5);
    const after = await worlds.beside(world, '2026-06-30T09:00:00+09:00');
    await joinAll(after, invites.member);
    const leave = async (token: string | undefined, rows: 'later' | 'now') =>
      (await after.ask(`DELETE /v1/me?rows=${rows}`, { token })).status;
    expect(await leave(people[4], 'later')).toBe(204);
    expect(await seenOn('2026-07-01')).toEqual(told);
    // Whether this one ran it or not: four or five would be the difference.
    expect(await leave(people[7], 'now')).toBe(204);
    expect(await seenOn('2026-07-02')).toEqual(NOTHING);
  });

  it('is not told of weeks under another floor', async () => {
    const { run, seenOn, world, tokens } = await runnable();
    await run(6);
    const midway = await worlds.beside(world, '2026-06-10T09:00:00+09:00');
    const changed = await midway.ask('PUT /v1/organisation', {
      token: tokens.owner,
      body: { floor: 6 },
    });
    expect(changed.status).toBe(200);
    expect(await seenOn('2026-06-29')).toEqual(NOTHING);
  });
});
