/** A department of an organisation. */
export interface DepartmentKey {
  readonly organisationId: string;
  readonly departmentId: string;
}

/** Some departments of an organisation, for what is read of all of them at once. */
export interface DepartmentsKey {
  readonly organisationId: string;
  readonly departmentIds: readonly string[];
}

/** What was read of rows, by their department, in the order of the rows; a department without any is not in it. */
export function byDepartment<Row extends { readonly department_id: string }, T>(
  rows: readonly Row[],
  read: (row: Row) => T,
): Map<string, T[]> {
  const groups = Map.groupBy(rows, (row) => row.department_id);
  return new Map([...groups].map(([departmentId, own]) => [departmentId, own.map(read)]));
}
