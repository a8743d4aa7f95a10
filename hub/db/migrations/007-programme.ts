/** Version 7: the company's goal, a department's programme, and what was agreed about its workflows. Frozen: a later version never edits this file. */
export const statements: readonly string[] = [
  `CREATE TABLE company_goals (
     organisation_id TEXT NOT NULL PRIMARY KEY, content TEXT NOT NULL, set_at BIGINT NOT NULL)`,
  `CREATE TABLE programmes (
     organisation_id TEXT NOT NULL, department_id TEXT NOT NULL, champion_id TEXT, appointed_at BIGINT, start_day INTEGER,
     PRIMARY KEY (organisation_id, department_id))`,
  `CREATE TABLE workflow_agreements (
     organisation_id TEXT NOT NULL, workflow_id TEXT NOT NULL, department_id TEXT NOT NULL, content TEXT NOT NULL,
     spread_from TEXT, updated_at BIGINT NOT NULL, PRIMARY KEY (organisation_id, workflow_id))`,
];
