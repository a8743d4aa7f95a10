import { hashSecret } from './secret-codes.ts';

/** Whose changes a cursor stands in: another database (after a restore) or department is another series. */
export interface CursorScope {
  readonly instance: string;
  readonly departmentId: string;
}

/** A place in a department's changes as its readers keep it. */
export function cursorAt(scope: CursorScope, seq: number): string {
  return `${seq}.${nameOf(scope)}`;
}

/**
 * The number to go on from; undefined when the reader has to begin anew: the first time, after a move to another
 * department, after a restore, or with a number that was never given.
 */
export function readCursor(
  cursor: string | undefined,
  scope: CursorScope,
  latest: number,
): number | undefined {
  const [number = '', name] = cursor?.split('.') ?? [];
  const seq = /^\d{1,15}$/.test(number) ? Number(number) : undefined;
  return seq !== undefined && seq <= latest && name === nameOf(scope) ? seq : undefined;
}

function nameOf({ instance, departmentId }: CursorScope): string {
  return hashSecret(`${instance}\n${departmentId}`).slice(0, 16);
}
