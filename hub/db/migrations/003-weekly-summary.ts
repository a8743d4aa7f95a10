/** Version 3: where summaries go, which are due, and their deliveries. Frozen: a later version never edits this file. */
export const statements: readonly string[] = [
  `CREATE TABLE channels (
     organisation_id TEXT NOT NULL, id TEXT NOT NULL, department_id TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL,
     language TEXT NOT NULL, target TEXT NOT NULL, sealed TEXT NOT NULL, member_id TEXT, active INTEGER NOT NULL,
     created_at BIGINT NOT NULL, PRIMARY KEY (organisation_id, id))`,
  `CREATE TABLE slots (
     organisation_id TEXT NOT NULL, department_id TEXT NOT NULL, kind TEXT NOT NULL, period TEXT NOT NULL,
     state TEXT NOT NULL, due_at BIGINT NOT NULL, opened_at BIGINT NOT NULL, content TEXT, final_at BIGINT, sent_at BIGINT,
     PRIMARY KEY (organisation_id, department_id, kind, period))`,
  `CREATE TABLE deliveries (
     organisation_id TEXT NOT NULL, id TEXT NOT NULL, department_id TEXT NOT NULL, kind TEXT NOT NULL, period TEXT NOT NULL,
     channel_id TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, next_at BIGINT NOT NULL,
     lease_owner TEXT NOT NULL, lease_until BIGINT NOT NULL, reason TEXT, created_at BIGINT NOT NULL, ended_at BIGINT,
     PRIMARY KEY (organisation_id, id))`,
];
