import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemWith, scaffoldSite } from './scaffold-site.ts';

const SITE = { id: 'fourth', name: 'Fourth', origin: 'https://fourth.example' };
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'banso-scaffold-'));
  const sites = join(import.meta.dirname, '..', '..', 'lib', 'sites');
  for (const file of ['registry.ts', 'adapters.ts']) {
    await cp(join(sites, file), join(root, 'lib', 'sites', file));
  }
});

afterEach(() => rm(root, { recursive: true }));

test('a fourth tool gets a folder, a page and its entries', async () => {
  const files = await scaffoldSite(root, SITE);
  const read = (file: string) => readFile(join(root, file), 'utf8');
  expect(await read('lib/sites/registry.ts')).toMatch(
    /newChatUrl: 'https:\/\/fourth.example\/',\n {2}\},\n\] as/,
  );
  const adapters = await read('lib/sites/adapters.ts');
  expect(adapters).toContain("import { fourth } from './fourth/selectors.ts';");
  expect(adapters).toMatch(/claude,\n {2}fourth,\n\};/);
  expect(await read('lib/sites/fourth/selectors.ts')).toContain('editors: []');
  expect(await readdir(join(root, 'test/fixtures/fourth'))).toHaveLength(3);
  expect(files).toHaveLength(6);
});

test('twice is refused, with nothing written', async () => {
  await scaffoldSite(root, SITE);
  const before = await readFile(join(root, 'lib/sites/registry.ts'), 'utf8');
  await expect(scaffoldSite(root, SITE)).rejects.toThrow('already');
  await expect(scaffoldSite(root, { ...SITE, id: 'other' })).rejects.toThrow('already');
  expect(await readFile(join(root, 'lib/sites/registry.ts'), 'utf8')).toBe(before);
});

test.each([
  [{ ...SITE, id: 'Fourth' }],
  [{ ...SITE, id: '../up' }],
  [{ ...SITE, name: "x' + y" }],
  [{ ...SITE, origin: 'http://fourth.example' }],
  [{ ...SITE, origin: 'https://fourth.example/chat' }],
  [{ ...SITE, origin: 'fourth.example' }],
])('%o is refused with a reason', (site) => {
  expect(problemWith(site)).toMatch(/ is no /);
});
