/** Version 5: who agreed to be shown in groups of three, and the outbox’s waiting rows by organisation. Frozen: a later version never edits this file. */
export const statements: readonly string[] = [
  `ALTER TABLE members ADD COLUMN agreed_at BIGINT`,
  `CREATE INDEX deliveries_waiting ON deliveries (organisation_id, next_at) WHERE state = 'waiting'`,
];
