// @vitest-environment happy-dom
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { ADAPTERS } from './adapters.ts';
import { TOOLS } from './registry.ts';

const root = join(import.meta.dirname, '..', '..');
const LISTS = ['editors', 'boxes', 'sends', 'stops'] as const;

describe.each(TOOLS)('$name', (tool) => {
  const adapter = ADAPTERS[tool.id];

  test.each(LISTS)('names its %s', (list) => {
    expect(
      adapter[list],
      `Fill ${list} in lib/sites/${tool.id}/selectors.ts; the rules are in lib/sites/adapter.ts.`,
    ).not.toEqual([]);
  });

  test.each([...LISTS, 'decoys'] as const)(
    'its %s have unique names, layouts, dates and valid CSS',
    (list) => {
      const selectors = adapter[list];
      expect(new Set(selectors.map(({ id }) => id)).size).toBe(selectors.length);
      for (const { id, css, layout, seen } of selectors) {
        expect(id).toMatch(/^[a-z0-9-]{1,40}$/);
        expect(layout).not.toBe('');
        expect(Temporal.PlainDate.from(seen).toString(), `${id}: the day it was last seen`).toBe(
          seen,
        );
        expect(() => document.querySelector(css)).not.toThrow();
      }
    },
  );

  test('knows a conversation from a new chat by its path', () => {
    expect(adapter.conversationPath.source).toMatch(/^\^/);
    expect(adapter.conversationPath.test(new URL(tool.newChatUrl).pathname)).toBe(false);
  });

  test('has a page to be tried on', () => {
    const folder = join(root, 'test', 'fixtures', tool.id);
    const files = existsSync(folder) ? readdirSync(folder) : [];
    expect(files, `Build test/fixtures/${tool.id} with the editor library the site uses.`).toEqual(
      expect.arrayContaining(['index.html', 'style.css', expect.stringMatching(/^page\.tsx?$/)]),
    );
  });

  test.each(['insertion', 'submit'])('is tried in test/e2e/%s.spec.ts', (story) => {
    const spec = readFileSync(join(root, 'test', 'e2e', `${story}.spec.ts`), 'utf8');
    const [editors = ''] = /const EDITORS = \{[\s\S]*?\n\};/.exec(spec) ?? [];
    expect(editors.includes(`'${tool.origin}/`), `Add ${tool.name}'s page to EDITORS.`).toBe(true);
  });
});

test('every folder of a tool is in the registry', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'insertion')
    .map((entry) => entry.name);
  expect(folders.toSorted()).toEqual(TOOLS.map(({ id }) => id).toSorted());
});

test('finding composers and the data of all tools stay under 2 KB in the launcher', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './find-composer.ts'; export * from './adapters.ts';`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'chrome144',
  });
  expect(gzipSync(outputFiles[0]!.contents, { level: 9 }).length).toBeLessThanOrEqual(2048);
});
