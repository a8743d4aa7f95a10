import { describe, expect, it } from 'vitest';
import { importsOf, productFiles, type SourceFile } from './source-files.ts';

/** What names people or is not yet fit to be shown, and the only files that may read it (METRICS.md P). */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  'lib/domain/department-count.ts': ['lib/domain/department-measure.ts'],
  'lib/domain/member-count.ts': ['lib/domain/department-count.ts'],
  'lib/domain/disclosure.ts': ['lib/domain/privacy-floor.ts'],
  'lib/domain/pulse-disclosure.ts': ['lib/domain/privacy-floor.ts'],
  'lib/domain/line-bounds.ts': ['lib/domain/privacy-floor.ts'],
  'lib/domain/group-plan.ts': ['lib/domain/privacy-floor.ts'],
};

/** Values taken past the floor; a type alone shows nobody anything. */
function wayRound(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap(({ target, typeOnly }) => {
      const doors = DOORS[target];
      if (doors === undefined || typeOnly || doors.includes(file.path)) return [];
      return [`${file.path} reads ${target}: ask a Floor (lib/domain/privacy-floor.ts) instead.`];
    }),
  );
}

describe('the privacy floor', () => {
  it('has no way round', () => {
    expect(wayRound(productFiles())).toEqual([]);
  });
  it('sees a planted way round', () => {
    const text = "import { createDepartmentCount } from '../../lib/domain/department-count.ts';";
    expect(wayRound([{ path: 'hub/services/lines.ts', text }])).toHaveLength(1);
  });
});
