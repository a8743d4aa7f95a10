/** The tables of goals and programmes, by the rules of `schema.ts`. */
export interface ProgrammeTables {
  company_goals: CompanyGoalsTable;
  programmes: ProgrammesTable;
  workflow_agreements: WorkflowAgreementsTable;
}

/** What the company wants it for. The number stands in the organisation's settings (`goals.habitual`). */
interface CompanyGoalsTable {
  organisation_id: string;
  /** JSON: `companyGoalSchema` without its share. */
  content: string;
  set_at: number;
}

/** A department's programme: who was appointed, and the day it began. */
interface ProgrammesTable {
  organisation_id: string;
  department_id: string;
  /** The appointed champion; null before, and once that person was erased. */
  champion_id: string | null;
  appointed_at: number | null;
  start_day: number | null;
  /** The share, 0–1, with which its exit test was passed, once that was told; null before and for one that begins anew. */
  passed_goal: number | null;
}

/** What was agreed about a workflow. Its state is not here: runs alone move it. */
interface WorkflowAgreementsTable {
  organisation_id: string;
  workflow_id: string;
  department_id: string;
  /** JSON: `workflowAgreementSchema`. */
  content: string;
  /** The workflow of another department that it was proposed after. */
  spread_from: string | null;
  updated_at: number;
}
