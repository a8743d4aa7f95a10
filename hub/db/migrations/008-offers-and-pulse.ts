/**
 * Version 8: offers of ten minutes (whom they concern is nowhere), and the pulse: who answered in a month, and apart from
 * it how often each answer was given. Frozen: a later version never edits this file.
 */
export const statements: readonly string[] = [
  `CREATE TABLE gap_offers (
     organisation_id TEXT NOT NULL, department_id TEXT NOT NULL, offered_day INTEGER NOT NULL,
     PRIMARY KEY (organisation_id, department_id, offered_day))`,
  `CREATE TABLE pulse_answered (
     organisation_id TEXT NOT NULL, member_id TEXT NOT NULL, month TEXT NOT NULL,
     PRIMARY KEY (organisation_id, member_id, month))`,
  `CREATE TABLE pulse_counts (
     organisation_id TEXT NOT NULL, department_id TEXT NOT NULL, month TEXT NOT NULL, question TEXT NOT NULL,
     points INTEGER NOT NULL, answers INTEGER NOT NULL,
     PRIMARY KEY (organisation_id, department_id, month, question, points))`,
];
