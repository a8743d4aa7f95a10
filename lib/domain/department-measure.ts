import { countDepartment, type CountInput } from './department-count.ts';
import type { MeasuredDepartment } from './department-facts.ts';

import { guard, type Guarded } from './privacy-floor.ts';

export type { UseRow } from './department-count.ts';

/** A department as counted, readable by the privacy floor alone. */
export type DepartmentMeasure = Guarded<MeasuredDepartment>;

/**
 * Counts a department once for its line and every week's numbers (METRICS.md M7–M10), under the floor's guard from the
 * start. Pure; 100 members × 1 year take a few milliseconds.
 */
export function measureDepartment(input: CountInput): DepartmentMeasure {
  return guard(countDepartment(input));
}
