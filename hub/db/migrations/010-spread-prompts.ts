/**
 * Version 10: where a prompt was copied from when it came with a workflow that spread (拡大). Frozen: a later version never
 * edits this file.
 */
export const statements: readonly string[] = [
  `ALTER TABLE shared_prompts ADD COLUMN from_department TEXT`,
  `ALTER TABLE shared_prompts ADD COLUMN from_prompt TEXT`,
];
