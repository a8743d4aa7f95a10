import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { backupTo } from '../../hub/commands/backup.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { addDays, type DayKey } from '../../lib/domain/day.ts';
import { START, type Company } from './company-of-forty.ts';
import type { HubWorld } from './hub-world.ts';
import type { ReceivedMail } from './smtp-server.ts';

/** Weeks whose Saturday noon is kept. */
const KEPT_WEEKS = [1, 4, 8, 12, 16];

/** What is known of the kept company: who it is looked at as, and the instants at which its database was copied. */
export const keptCompanySchema = z.object({
  language: z.enum(['ja', 'en']),
  /** The owner's token. */
  owner: z.string(),
  departments: z.array(z.object({ id: z.string(), name: z.string() })),
  moments: z.array(z.object({ name: z.string(), at: z.string() })),
});
type KeptCompany = z.infer<typeof keptCompanySchema>;

/** Keeps what a played company was sent and how its hub stood, to be looked at (scripts/sixteen-weeks.ts). */
export interface WeekKeeper {
  readonly language: Language;
  /** Copies the database as it stands at an instant. */
  keep(world: HubWorld, name: string, at: string): Promise<void>;
  /** Writes every mail and what is known of the company; at the end. */
  close(company: Company, mails: readonly ReceivedMail[]): Promise<void>;
}

/** `week-4` on the Saturday of a kept week, else undefined. */
export function keptWeekOf(day: DayKey): string | undefined {
  const week = KEPT_WEEKS.find((number) => addDays(START, number * 7 - 2) === day);
  return week === undefined ? undefined : `week-${week}`;
}

/** The keeper that the environment asks for; undefined in an ordinary run, in which nothing is written. */
export function weekKeeper(): WeekKeeper | undefined {
  const folder = process.env['BANSO_KEEP_WEEKS'];
  if (folder === undefined) return undefined;
  const language = process.env['BANSO_KEEP_LANGUAGE'] === 'en' ? 'en' : 'ja';
  const moments: KeptCompany['moments'] = [];
  return {
    language,
    async keep({ env }, name, at) {
      await mkdir(folder, { recursive: true });
      const config = { databaseUrl: undefined, dataDir: env['DATA_DIR'] ?? '' };
      await backupTo(config, join(folder, `${name}.sqlite`));
      moments.push({ name, at });
    },
    async close({ owner, departments }, mails) {
      const named = Object.entries(departments).map(([name, { id }]) => ({ id, name }));
      const kept: KeptCompany = { language, owner, departments: named, moments };
      await writeFile(join(folder, 'company.json'), JSON.stringify(kept, undefined, 2));
      await mkdir(join(folder, 'mails'));
      for (const [index, mail] of mails.entries()) {
        await writeFile(join(folder, 'mails', `${nameOf(mail, index)}.eml`), mail.raw);
      }
    },
  };
}

/** `023-2026-04-27-standstill-owner`: in order, by the day in Japan, its kind and its first reader. */
function nameOf({ parsed, to }: ReceivedMail, index: number): string {
  const day = parsed.date?.toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' }) ?? 'undated';
  const kind = /^<([a-z]+)\./.exec(parsed.messageId ?? '')?.[1] ?? 'mail';
  return `${String(index + 1).padStart(3, '0')}-${day}-${kind}-${to[0]?.split('@')[0] ?? ''}`;
}
