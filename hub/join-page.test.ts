import { expect, it } from 'vitest';
import { joinPage as strings } from '../lib/i18n/join-page.ts';
import { hubWorlds, setUp } from '../test/support/hub-world.ts';

const worlds = hubWorlds();

it('an invite opened in a browser says in both languages how to join, without a script or a foreign address', async () => {
  const world = await worlds.fresh();
  const { departments } = await setUp(world);
  const link = new URL(departments[0]?.invites.member ?? '');
  expect(link.pathname).toBe('/join');
  const page = await world.ask('GET /join');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  for (const language of ['ja', 'en'] as const) {
    expect(page.text).toContain(`lang="${language}"`);
    for (const step of strings[language].steps) expect(page.text).toContain(step);
  }
  expect(page.text).not.toMatch(/<script|https?:|src=|onload/i);
});

it('that page is the same for every invite, so that it tells a guesser nothing', async () => {
  const world = await worlds.fresh();
  const before = await world.ask('GET /join');
  await setUp(world);
  expect((await world.ask('GET /join')).text).toBe(before.text);
});
