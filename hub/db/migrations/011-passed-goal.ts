/**
 * Version 11: the goal that a programme passed its exit test with (docs/adr/0019-programme.md); none until that is told.
 * Frozen: a later version never edits this file.
 */
export const statements: readonly string[] = [
  `ALTER TABLE programmes ADD COLUMN passed_goal DOUBLE PRECISION`,
];
