import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** Stands for a value until the query runs; text, so that it may be compared with any TEXT column or read as JSON. */
type Placeholder = string;

/**
 * A query that is built and compiled once and run with other values each time. Building takes Kysely several times as long
 * as SQLite takes to run it, so a query that every request needs is worth it; all others are better off being built where
 * they stand. Every value that changes must be one of the placeholders, each used as a TEXT value or as JSON.
 */
export function prepareQuery<Name extends string, Row>(
  db: Kysely<Database>,
  names: readonly Name[],
  build: (placeholders: Readonly<Record<Name, Placeholder>>) => Compilable<Row>,
): (values: Readonly<Record<Name, string>>) => Promise<Row[]> {
  let compiled: CompiledQuery<Row> | undefined;
  const nameOf = new Map<unknown, Name>(names.map((name) => [`\0${name}`, name]));
  return async (values) => {
    compiled ??= keepPrepared(
      build(
        Object.fromEntries(names.map((name) => [name, `\0${name}`])) as Record<Name, Placeholder>,
      ).compile(),
    );
    const parameters = compiled.parameters.map((parameter) => {
      const name = nameOf.get(parameter);
      return name === undefined ? parameter : values[name];
    });
    const { rows } = await db.executeQuery<Row>({ ...compiled, parameters });
    return rows;
  };
}

const preparedNames = new Map<string, string>();

/** The name under which PostgreSQL keeps a statement prepared; undefined for all that are not made in this file. */
export function preparedName(statement: string): string | undefined {
  return preparedNames.get(statement);
}

function keepPrepared<Row>(query: CompiledQuery<Row>): CompiledQuery<Row> {
  if (!preparedNames.has(query.sql)) preparedNames.set(query.sql, `banso-${preparedNames.size}`);
  return query;
}

/** Rows in one statement, largest first: few texts, so that each is compiled and prepared once. Nine values a row at most. */
const ROWS_A_STATEMENT = [256, 64, 16, 4, 1] as const;

/**
 * Writes any number of rows with statements that are built and compiled once for a few numbers of rows. `build` makes the
 * statement for some rows; it may hold no other values than theirs, in the order of their keys. For one engine: make one for
 * each database. Returns how many rows were written or changed.
 */
export function prepareRows<Row extends object>(
  build: (db: Kysely<Database>, rows: readonly Row[]) => Compilable,
): (db: Kysely<Database>, rows: readonly Row[]) => Promise<bigint> {
  const compiled = new Map<number, CompiledQuery>();
  return async (db, rows) => {
    let changed = 0n;
    let from = 0;
    while (from < rows.length) {
      const size = ROWS_A_STATEMENT.find((each) => each <= rows.length - from) ?? 1;
      const part = rows.slice(from, from + size);
      const statement = compiled.get(size) ?? keepPrepared(build(db, part).compile());
      compiled.set(size, statement);
      const parameters = part.flatMap((row) => Object.values(row));
      const { numAffectedRows = 0n } = await db.executeQuery({ ...statement, parameters });
      changed += numAffectedRows;
      from += size;
    }
    return changed;
  };
}
