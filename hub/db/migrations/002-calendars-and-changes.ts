/**
 * Version 2: what was told to everybody before its days were deleted, counters that say what changed since a reader last
 * looked, and look-ups of a person's own rows. Frozen: a later version never edits this file.
 */
export const statements: readonly string[] = [
  `CREATE TABLE marks (
     organisation_id TEXT NOT NULL, subject INTEGER NOT NULL, lane INTEGER NOT NULL, version BIGINT NOT NULL,
     PRIMARY KEY (organisation_id, subject, lane))`,
  `INSERT INTO marks SELECT DISTINCT organisation_id, day, 0, 1 FROM usage_days`,
  `CREATE TABLE released_weeks (
     organisation_id TEXT NOT NULL, department_id TEXT NOT NULL, week INTEGER NOT NULL, figures TEXT NOT NULL,
     review TEXT NOT NULL, PRIMARY KEY (organisation_id, department_id, week))`,
  `CREATE TABLE released_days (
     organisation_id TEXT NOT NULL, department_id TEXT NOT NULL, day INTEGER NOT NULL, state TEXT NOT NULL,
     PRIMARY KEY (organisation_id, department_id, day))`,
  `CREATE INDEX memberships_by_department ON memberships (organisation_id, department_id)`,
  `CREATE INDEX tokens_by_member ON tokens (organisation_id, member_id)`,
  `ALTER TABLE members ADD COLUMN erase_after BIGINT`,
];
