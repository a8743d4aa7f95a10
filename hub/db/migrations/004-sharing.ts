/** Version 4: what a department shares: workflows, prompts with their versions, notes. Frozen: a later version never edits this file. */
export const statements: readonly string[] = [
  `CREATE TABLE shared_counters (
     organisation_id TEXT NOT NULL PRIMARY KEY, seq BIGINT NOT NULL)`,
  `CREATE TABLE shared_workflows (
     organisation_id TEXT NOT NULL, id TEXT NOT NULL, department_id TEXT NOT NULL, member_id TEXT, state TEXT NOT NULL,
     content TEXT NOT NULL, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL, seq BIGINT NOT NULL,
     PRIMARY KEY (organisation_id, id))`,
  `CREATE TABLE shared_prompts (
     organisation_id TEXT NOT NULL, id TEXT NOT NULL, department_id TEXT NOT NULL, workflow_id TEXT, state TEXT NOT NULL,
     version INTEGER NOT NULL, latest INTEGER NOT NULL, reviewed_at BIGINT, created_at BIGINT NOT NULL, seq BIGINT NOT NULL,
     PRIMARY KEY (organisation_id, id))`,
  `CREATE TABLE shared_prompt_versions (
     organisation_id TEXT NOT NULL, prompt_id TEXT NOT NULL, version INTEGER NOT NULL, member_id TEXT, state TEXT NOT NULL,
     named INTEGER NOT NULL, content TEXT NOT NULL, word TEXT, submitted_at BIGINT NOT NULL, decided_at BIGINT,
     PRIMARY KEY (organisation_id, prompt_id, version))`,
  `CREATE TABLE shared_notes (
     organisation_id TEXT NOT NULL, id TEXT NOT NULL, department_id TEXT NOT NULL, member_id TEXT, written_by TEXT NOT NULL,
     state TEXT NOT NULL, tool TEXT NOT NULL, month TEXT NOT NULL, content TEXT NOT NULL, asks_review INTEGER NOT NULL,
     published_at BIGINT NOT NULL, seq BIGINT NOT NULL, PRIMARY KEY (organisation_id, id))`,
  `CREATE INDEX shared_workflows_by_change ON shared_workflows (organisation_id, department_id, seq)`,
  `CREATE INDEX shared_prompts_by_change ON shared_prompts (organisation_id, department_id, seq)`,
  `CREATE INDEX shared_notes_by_change ON shared_notes (organisation_id, department_id, seq)`,
];
