/** The tables of offers and of the pulse, by the rules of `schema.ts`. */
export interface CheckInTables {
  gap_offers: GapOffersTable;
  pulse_answered: PulseAnsweredTable;
  pulse_counts: PulseCountsTable;
}

/** An offer of ten minutes to a department. Whom it concerns, and who saw it, stands nowhere. */
interface GapOffersTable {
  organisation_id: string;
  department_id: string;
  offered_day: number;
}

/** That a member answered a month's pulse; goes when the month's answers are told. */
interface PulseAnsweredTable {
  organisation_id: string;
  member_id: string;
  /** `2026-11`. */
  month: string;
}

/** How often an answer was given. There is no row for an answer, so that none can be put beside a person. */
interface PulseCountsTable {
  organisation_id: string;
  department_id: string;
  month: string;
  question: string;
  /** 1–5. */
  points: number;
  answers: number;
}
