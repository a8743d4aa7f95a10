import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

/** A source file as the architecture tests read it: repository path with `/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const PRODUCT = /^(lib|components|entrypoints|content|scripts|hub)\/.*\.(ts|tsx|mjs)$/;

/** Every file of the product that git knows or would add; tests and generated files left out. */
export function productFiles(): SourceFile[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'],
    {
      encoding: 'utf8',
    },
  );
  return listed
    .split('\n')
    .filter((path) => PRODUCT.test(path) && !/\.test\.tsx?$/.test(path))
    .flatMap((path) => {
      try {
        return [{ path, text: readFileSync(path, 'utf8') }];
      } catch {
        return []; // Listed by git, already deleted in the work tree.
      }
    });
}

/** What a file imports: repository paths for relative imports, package names otherwise; type-only ones are marked. */
export function importsOf(file: SourceFile): { target: string; typeOnly: boolean }[] {
  const pattern = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
  const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  const found = [...file.text.matchAll(pattern)].map((match) => ({
    target: resolve(file.path, match[2] ?? ''),
    typeOnly: match[1] !== undefined,
  }));
  const lazy = [...file.text.matchAll(dynamic)].map((match) => ({
    target: resolve(file.path, match[1] ?? ''),
    typeOnly: false,
  }));
  return [...found, ...lazy];
}

function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('?')[0]?.split('/') ?? []) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
