import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { dayKeySchema, idSchema } from '../../../lib/contract/day.ts';

const YEAR = 2026;
const TOKYO_MINUTES = 540;

const personSchema = z.object({
  id: idSchema,
  half: z.enum(['tune', 'held']),
  language: z.enum(['ja', 'en']),
  level: z.enum(['first', 'standard', 'further']),
  registered: z.array(idSchema),
});

/** A prompt taken for a piece of work before the situations. */
export interface Take {
  readonly workflow: string;
  readonly atMs: number;
}

/** One moment: where the person is, what is typed, and the work they really need help with. */
export interface Situation {
  readonly atMs: number;
  readonly day: z.infer<typeof dayKeySchema>;
  readonly tool: string;
  /** A workflow of the department's pack. */
  readonly needs: string;
  readonly draft: string;
}

/** A person of the corpus with what they did before, oldest first. */
export interface Person extends z.infer<typeof personSchema> {
  readonly department: string;
  readonly takes: readonly Take[];
  readonly situations: readonly Situation[];
}

/**
 * Reads the corpus: one file a department. A line `@ id half language level +workflow…` begins a person, indented lines are
 * what they took before (`workflow month-day@hour…`), the others are situations (`month-day@hour tool needs | draft`, with
 * `\t` and `\n` written out). Hours are Tokyo's. Throws on a line it does not understand.
 */
export function readCorpus(folder: string): Person[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => readDepartment(name.replace('.txt', ''), `${folder}/${name}`));
}

function readDepartment(department: string, path: string): Person[] {
  const people: (Person & { takes: Take[]; situations: Situation[] })[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    if (line.startsWith('@ ')) {
      const [id, half, language, level, ...work] = line.slice(2).split(' ');
      const registered = work.map((each) => each.slice(1));
      const person = personSchema.parse({ id, half, language, level, registered });
      people.push({ ...person, department, takes: [], situations: [] });
      continue;
    }
    const person = people.at(-1);
    if (person === undefined) throw new Error(`${path}: nobody yet: ${line}`);
    if (line.startsWith('  ')) {
      const [workflow = '', ...times] = line.trim().split(' ');
      person.takes.push(...times.map((time) => ({ workflow, atMs: instantOf(time).atMs })));
    } else person.situations.push(readSituation(line));
  }
  return people.map((person) => ({
    ...person,
    takes: person.takes.toSorted((a, b) => a.atMs - b.atMs),
  }));
}

function readSituation(line: string): Situation {
  const found = /^(\S+) (\S+) (\S+) \|(?: (.*))?$/.exec(line);
  if (found === null) throw new Error(`not a situation: ${line}`);
  const [, time = '', tool = '', needs = '', text = ''] = found;
  const draft = text.replaceAll(String.raw`\t`, '\t').replaceAll(String.raw`\n`, '\n');
  return { ...instantOf(time), tool, needs, draft };
}

function instantOf(time: string): Pick<Situation, 'atMs' | 'day'> {
  const [date, hour = ''] = time.split('@');
  const day = dayKeySchema.parse(`${YEAR}-${date}`);
  const atMs = Date.parse(`${day}T${hour.padStart(2, '0')}:30:00Z`) - TOKYO_MINUTES * 60_000;
  if (Number.isNaN(atMs)) throw new Error(`not a time: ${time}`);
  return { atMs, day };
}
