import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** Stands for a value until the query runs; text, so that it may be compared with any TEXT column. */
type Placeholder = string;

/**
 * A query that is built and compiled once and run with other values each time. Building takes Kysely several times as long
 * as SQLite takes to run it, so a query that every request needs is worth it; all others are better off being built where
 * they stand. Every value that changes must be one of the placeholders, each used as a TEXT value.
 */
export function prepareQuery<Name extends string, Row>(
  db: Kysely<Database>,
  names: readonly Name[],
  build: (placeholders: Readonly<Record<Name, Placeholder>>) => Compilable<Row>,
): (values: Readonly<Record<Name, string>>) => Promise<Row[]> {
  let compiled: CompiledQuery<Row> | undefined;
  const nameOf = new Map<unknown, Name>(names.map((name) => [`\0${name}`, name]));
  return async (values) => {
    compiled ??= build(
      Object.fromEntries(names.map((name) => [name, `\0${name}`])) as Record<Name, Placeholder>,
    ).compile();
    const parameters = compiled.parameters.map((parameter) => {
      const name = nameOf.get(parameter);
      return name === undefined ? parameter : values[name];
    });
    const { rows } = await db.executeQuery<Row>({ ...compiled, parameters });
    return rows;
  };
}
