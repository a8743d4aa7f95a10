/** Questions to champions, how-tos made of good answers, and meetings with what was agreed in them. Frozen: a later version never edits this file. */
export const statements: readonly string[] = [
  `CREATE TABLE help_questions (
     organisation_id TEXT NOT NULL, id TEXT NOT NULL, department_id TEXT NOT NULL, member_id TEXT, key_hash TEXT,
     workflow_id TEXT, question TEXT NOT NULL, asked_at BIGINT NOT NULL, state TEXT NOT NULL, answer TEXT, answered_at BIGINT,
     answered_as TEXT, PRIMARY KEY (organisation_id, id))`,
  `CREATE TABLE help_how_tos (
     organisation_id TEXT NOT NULL, id TEXT NOT NULL, department_id TEXT NOT NULL, workflow_id TEXT,
     title TEXT NOT NULL, body TEXT NOT NULL, published_at BIGINT NOT NULL, PRIMARY KEY (organisation_id, id))`,
  `CREATE TABLE meeting_plans (
     organisation_id TEXT NOT NULL, department_id TEXT NOT NULL, plan TEXT NOT NULL, feed_hash TEXT,
     PRIMARY KEY (organisation_id, department_id))`,
  `CREATE TABLE meetings (
     organisation_id TEXT NOT NULL, department_id TEXT NOT NULL, day INTEGER NOT NULL, notes TEXT NOT NULL,
     held_at BIGINT NOT NULL, PRIMARY KEY (organisation_id, department_id, day))`,
  `CREATE TABLE meeting_actions (
     organisation_id TEXT NOT NULL, id TEXT NOT NULL, department_id TEXT NOT NULL, body TEXT NOT NULL, assignee TEXT,
     due_day INTEGER, made_at BIGINT NOT NULL, done_at BIGINT, PRIMARY KEY (organisation_id, id))`,
  `CREATE INDEX help_questions_by_department ON help_questions (organisation_id, department_id, asked_at)`,
  `CREATE INDEX help_questions_by_member ON help_questions (organisation_id, member_id)`,
  `CREATE INDEX help_questions_by_key ON help_questions (organisation_id, key_hash)`,
  `CREATE INDEX meeting_actions_by_department ON meeting_actions (organisation_id, department_id)`,
  `CREATE INDEX help_how_tos_by_department ON help_how_tos (organisation_id, department_id, published_at)`,
];
