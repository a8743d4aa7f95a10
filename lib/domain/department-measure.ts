import { createDepartmentCount, type CountBasis, type UseRow } from './department-count.ts';
import type { MeasuredDepartment } from './department-facts.ts';

import { guard, type Guarded } from './privacy-floor.ts';

export type { UseRow } from './department-count.ts';

/** A department as counted, readable by the privacy floor alone. */
export type DepartmentMeasure = Guarded<MeasuredDepartment>;

/** A department that is measured again whenever some of its people's days changed. */
export interface DepartmentMeasuring {
  /**
   * Counts these members' days anew, everybody's unless said, for the department's line and every week's numbers (METRICS.md
   * M7–M10), under the floor's guard from the start. 100 members × 1 year take a few milliseconds.
   */
  measure(use: Iterable<UseRow>, anew?: Iterable<string>): DepartmentMeasure;
}

/** Nothing is counted yet. */
export function createMeasuring(basis: CountBasis): DepartmentMeasuring {
  const department = createDepartmentCount(basis);
  return { measure: (use, anew) => guard(department.count(use, anew)) };
}
