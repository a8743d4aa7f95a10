import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { productFiles, type SourceFile } from './source-files.ts';

const CITED = /\b([A-Za-z][\w./-]*\.md)\b/g;

/** Documents that comments send a reader to and that are not in the repository. */
function missingDocuments(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    [...file.text.matchAll(CITED)]
      .map((match) => match[1] ?? '')
      .filter(
        (name) => ![name, `docs/${name}`, `docs/adr/${name}`].some((path) => existsSync(path)),
      )
      .map((name) => `${file.path} cites ${name}, which is not in the repository.`),
  );
}

describe('cited documents', () => {
  it('are in the repository', () => {
    expect(missingDocuments(productFiles())).toEqual([]);
  });
  it('sees a planted dead citation', () => {
    const planted = { path: 'lib/domain/a.ts', text: '/** See NOWHERE.md. */' };
    expect(missingDocuments([planted])).toHaveLength(1);
  });
});
