/**
 * Version 9: whether a department's new questions also go to a chat (docs/adr/0024-questions-to-chat.md); to none until
 * somebody says so. Frozen: a later version never edits this file.
 */
export const statements: readonly string[] = [
  `ALTER TABLE channels ADD COLUMN questions INTEGER NOT NULL DEFAULT 0`,
];
