/** Version 1: people, invites, tokens and days. Frozen: a later version never edits this file. */
export const statements: readonly string[] = [
  `CREATE TABLE hub (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)`,
  `CREATE TABLE organisations (
     id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, time_zone TEXT NOT NULL, locale TEXT NOT NULL,
     country TEXT NOT NULL, settings TEXT NOT NULL, created_at BIGINT NOT NULL)`,
  `CREATE TABLE departments (
     organisation_id TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, settings TEXT NOT NULL,
     created_at BIGINT NOT NULL, archived_at BIGINT, PRIMARY KEY (organisation_id, id))`,
  `CREATE TABLE members (
     organisation_id TEXT NOT NULL, id TEXT NOT NULL, display_name TEXT NOT NULL, email TEXT, role TEXT NOT NULL,
     language TEXT NOT NULL, created_at BIGINT NOT NULL, left_at BIGINT, PRIMARY KEY (organisation_id, id))`,
  `CREATE TABLE memberships (
     organisation_id TEXT NOT NULL, member_id TEXT NOT NULL, from_day INTEGER NOT NULL, department_id TEXT NOT NULL,
     to_day INTEGER, PRIMARY KEY (organisation_id, member_id, from_day))`,
  `CREATE TABLE champions (
     organisation_id TEXT NOT NULL, department_id TEXT NOT NULL, member_id TEXT NOT NULL,
     PRIMARY KEY (organisation_id, department_id, member_id))`,
  `CREATE TABLE tokens (
     organisation_id TEXT NOT NULL, token_hash TEXT NOT NULL, id TEXT NOT NULL, member_id TEXT NOT NULL, label TEXT NOT NULL,
     created_at BIGINT NOT NULL, revoked_at BIGINT, PRIMARY KEY (organisation_id, token_hash))`,
  `CREATE TABLE invites (
     organisation_id TEXT NOT NULL, code_hash TEXT NOT NULL, id TEXT NOT NULL, department_id TEXT NOT NULL, role TEXT NOT NULL,
     expires_at BIGINT NOT NULL, max_uses INTEGER NOT NULL, uses INTEGER NOT NULL, revoked_at BIGINT,
     created_by TEXT NOT NULL, created_at BIGINT NOT NULL, PRIMARY KEY (organisation_id, code_hash))`,
  `CREATE TABLE device_codes (
     organisation_id TEXT NOT NULL, code_hash TEXT NOT NULL, member_id TEXT NOT NULL, expires_at BIGINT NOT NULL,
     PRIMARY KEY (organisation_id, code_hash))`,
  `CREATE TABLE usage_days (
     organisation_id TEXT NOT NULL, day INTEGER NOT NULL, member_id TEXT NOT NULL, device_id TEXT NOT NULL, tool TEXT NOT NULL,
     visits INTEGER NOT NULL, engaged_seconds INTEGER NOT NULL, prompts_started INTEGER NOT NULL, self_reported INTEGER NOT NULL,
     PRIMARY KEY (organisation_id, day, member_id, device_id, tool))`,
  `CREATE TABLE usage_runs (
     organisation_id TEXT NOT NULL, day INTEGER NOT NULL, member_id TEXT NOT NULL, device_id TEXT NOT NULL, tool TEXT NOT NULL,
     workflow_id TEXT NOT NULL, runs INTEGER NOT NULL,
     PRIMARY KEY (organisation_id, day, member_id, device_id, tool, workflow_id))`,
  `CREATE TABLE leave_days (
     organisation_id TEXT NOT NULL, member_id TEXT NOT NULL, from_day INTEGER NOT NULL, to_day INTEGER NOT NULL,
     PRIMARY KEY (organisation_id, member_id, from_day))`,
];
