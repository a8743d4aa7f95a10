import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dayKeySchema } from '../../lib/contract/day.ts';

const noteSchema = z.strictObject({
  organisationId: z.string(),
  language: z.enum(['ja', 'en']),
  seed: z.int(),
  /** The Monday on which the sample's programme began. */
  startedOn: dayKeySchema,
  /** False while it is being filled. */
  complete: z.boolean(),
  ownerToken: z.string(),
  championToken: z.string(),
  championEmail: z.string(),
  championDepartmentId: z.string(),
  /** By department; a link is made of it by the address at which the hub runs this time. */
  championInvites: z.record(z.string(), z.string()),
  memberInvites: z.record(z.string(), z.string()),
});

/** What a sample's data folder says about itself: that it is one, and the secrets that let people in. */
export type SampleNote = z.infer<typeof noteSchema>;

const FILE = 'sample.json';

/** The folder holds something that is not the sample company; nothing was changed. */
export class SampleFolderError extends Error {
  override readonly name = 'SampleFolderError';
}

/** The note of a data folder; undefined when it is no sample's. Throws `SampleFolderError` when it cannot be read. */
export function readSampleNote(dataDir: string): SampleNote | undefined {
  const path = join(dataDir, FILE);
  if (!existsSync(path)) return undefined;
  try {
    return noteSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new SampleFolderError(`${path} cannot be read. Begin anew: npm start -- --reset`);
  }
}

/** Writes the note, readable by this user alone: it holds tokens. */
export function writeSampleNote(dataDir: string, note: SampleNote): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, FILE), JSON.stringify(note, null, 2), { mode: 0o600 });
}
