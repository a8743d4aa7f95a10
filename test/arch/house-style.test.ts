import { describe, expect, it } from 'vitest';
import { productFiles, type SourceFile } from './source-files.ts';

const MAX_LINES = 400;
const GRAB_BAG = /(^|\/)(utils?|helpers?|common|misc|types|index)\.tsx?$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.(ts|tsx|mjs)$/;

function tooLong(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => file.text.split('\n').length > MAX_LINES)
    .map((file) => `${file.path} has more than ${MAX_LINES} lines: split it by reason to change.`);
}

function badlyNamed(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => {
      const name = file.path.split('/').at(-1) ?? '';
      const isEntry = file.path.startsWith('entrypoints/');
      return !KEBAB.test(name) || (!isEntry && GRAB_BAG.test(file.path));
    })
    .map((file) => `${file.path}: a file is named by its one idea, in kebab-case.`);
}

/** Exports whose line before is not the end of a docstring. Re-exports carry the original's. */
function undocumented(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => /^(lib|components|content|hub)\//.test(file.path))
    .flatMap((file) => {
      const lines = file.text.split('\n');
      return lines.flatMap((line, index) => {
        const name = /^export (?:async )?(?:function|const|class|interface|type) (\w+)/.exec(
          line,
        )?.[1];
        if (name === undefined) return [];
        const before = lines[index - 1] ?? '';
        if (before.trimEnd().endsWith('*/')) return [];
        // `export type X = z.infer<typeof xSchema>` says what it is; its schema carries the words.
        if (/z\.infer|DEFAULT_/.test(line)) return [];
        return [`${file.path}:${index + 1} ${name}: say what it means, its unit, its edges.`];
      });
    });
}

const DANGEROUS =
  /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write\(|dangerouslySetInnerHTML|\beval\(|new Function\(/;

function dangerous(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => !file.path.startsWith('scripts/'))
    .filter((file) => DANGEROUS.test(file.text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))
    .map((file) => `${file.path}: build nodes or use React; text never becomes markup or code.`);
}

const cases = [
  {
    rule: 'files stay short',
    check: tooLong,
    plant: { path: 'lib/domain/a.ts', text: 'x\n'.repeat(500) },
  },
  {
    rule: 'files are named by one idea',
    check: badlyNamed,
    plant: { path: 'lib/app/utils.ts', text: '' },
  },
  {
    rule: 'every export says what it means',
    check: undocumented,
    plant: { path: 'lib/app/a.ts', text: 'export const a = 1;' },
  },
  {
    rule: 'text never becomes markup or code',
    check: dangerous,
    plant: { path: 'lib/app/a.ts', text: 'node.innerHTML = text;' },
  },
];

describe('house style', () => {
  const files = productFiles();
  it.each(cases)('$rule', ({ check }) => {
    expect(check(files)).toEqual([]);
  });
  it.each(cases)('sees a planted breach: $rule', ({ check, plant }) => {
    expect(check([plant])).toHaveLength(1);
  });
});
