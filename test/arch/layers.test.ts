import { describe, expect, it } from 'vitest';
import { importsOf, productFiles, type SourceFile } from './source-files.ts';

/** What each layer may import, besides itself. The direction of ARCHITECTURE.md, "Walls". */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'lib/domain': [],
  'lib/contract': ['lib/domain'],
  'lib/i18n': ['lib/domain', 'lib/contract'],
  content: ['lib/domain', 'lib/contract', 'lib/i18n'],
  'lib/sites': ['lib/domain', 'lib/contract', 'lib/i18n'],
  'lib/app': ['lib/domain', 'lib/contract', 'lib/i18n', 'lib/sites', 'content'],
  'lib/platform': ['lib/domain', 'lib/contract', 'lib/i18n', 'lib/sites', 'lib/app', 'content'],
  'lib/stores': ['lib/domain', 'lib/contract', 'lib/i18n', 'lib/app', 'lib/platform', 'content'],
  hub: ['lib/domain', 'lib/contract', 'lib/i18n', 'lib/app', 'content'],
  components: ['lib/domain', 'lib/contract', 'lib/i18n', 'lib/sites', 'lib/app', 'content'],
};

function layerOf(path: string): string | undefined {
  return Object.keys(ALLOWED).find((layer) => path.startsWith(`${layer}/`));
}

function breaches(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const layer = layerOf(file.path);
    if (layer === undefined) return [];
    return importsOf(file).flatMap(({ target }) => {
      const targetLayer =
        layerOf(target) ?? (target.startsWith('entrypoints/') ? 'entrypoints' : undefined);
      if (targetLayer === undefined || targetLayer === layer) return [];
      if (ALLOWED[layer]?.includes(targetLayer)) return [];
      return [
        `${file.path} imports ${target}: ${layer} may import only ${ALLOWED[layer]?.join(', ') || 'itself'}. Hand the thing in as a parameter, or move the code up.`,
      ];
    });
  });
}

const BROWSER_WORDS =
  /\b(?:browser|chrome)\.(?:storage|runtime|tabs|alarms|action|notifications|i18n)\b/;

function browserOutsidePlatform(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => !/^(lib\/platform|entrypoints|scripts)\//.test(file.path))
    .filter((file) => BROWSER_WORDS.test(stripComments(file.text)))
    .map(
      (file) =>
        `${file.path} touches the browser: only lib/platform and entrypoints may. Use a port of lib/app/ports.ts.`,
    );
}

/** Everything reachable from the script injected into the tools' pages. */
function launcherReach(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const seen = new Set<string>();
  const queue = files
    .filter((file) =>
      /^entrypoints\/launcher\/index\.ts$|^entrypoints\/launcher\.ts$/.test(file.path),
    )
    .map((file) => file.path);
  while (queue.length > 0) {
    const path = queue.pop() as string;
    if (seen.has(path)) continue;
    seen.add(path);
    const file = byPath.get(path);
    if (file)
      queue.push(
        ...importsOf(file)
          .filter((found) => !found.typeOnly)
          .map((found) => found.target),
      );
  }
  return [...seen];
}

const TOO_HEAVY = /^(zod|react|react-dom|zustand|webextension-polyfill)(\/|$)/;

describe('walls', () => {
  const files = productFiles();

  it('lets imports point one way only', () => {
    expect(breaches(files)).toEqual([]);
  });

  it('sees a planted breach', () => {
    const planted = { path: 'lib/domain/planted.ts', text: "import { x } from '../app/ports.ts';" };
    expect(breaches([planted])).toHaveLength(1);
  });

  it('keeps the browser out of everything but platform and entrypoints', () => {
    expect(browserOutsidePlatform(files)).toEqual([]);
  });

  it('sees a planted use of the browser', () => {
    const planted = { path: 'components/planted.tsx', text: 'void browser.storage.local.get()' };
    expect(browserOutsidePlatform([planted])).toHaveLength(1);
  });

  it('keeps schemas, React and the polyfill out of the script injected into the tools’ pages', () => {
    const reach = launcherReach(files);
    expect(reach.length).toBeGreaterThan(1);
    expect(reach.filter((target) => TOO_HEAVY.test(target))).toEqual([]);
  });

  it('sees a planted heavy import behind the launcher', () => {
    const planted = [
      { path: 'entrypoints/launcher/index.ts', text: "import { a } from '../../lib/sites/a.ts';" },
      { path: 'lib/sites/a.ts', text: "import { z } from 'zod';" },
    ];
    expect(launcherReach(planted).filter((target) => TOO_HEAVY.test(target))).toEqual(['zod']);
  });
});

function stripComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\/\/.*$/gm, '');
}
