import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Config } from '../config.ts';
import { backupTo } from './backup.ts';
import { CommandError } from './command-error.ts';
import { examine } from './doctor.ts';
import { exportEverything } from './export-everything.ts';
import { restoreFrom } from './restore.ts';

/** The commands that `npm run hub -- help` lists, besides starting. */
export const COMMANDS: readonly { readonly usage: string; readonly meaning: string }[] = [
  { usage: '(nothing)', meaning: 'starts the hub; the first time it prints a setup code' },
  { usage: 'settings', meaning: 'explains every setting' },
  { usage: 'backup FILE', meaning: 'copies the database to a new file while the hub runs' },
  { usage: 'restore FILE', meaning: 'puts a backup in place of the database; stop the hub first' },
  {
    usage: 'export [FILE]',
    meaning: 'writes everything as JSON Lines, to the screen or a new file',
  },
  { usage: 'doctor', meaning: 'checks mail, clock, disk, time zone, database and key file' },
  { usage: 'help', meaning: 'this list' },
];

const MARKS = { good: '✓', note: '·', bad: '✗' } as const;

/**
 * Runs one command and returns the exit code: 0 done, 1 it could not be done, 2 there is no such command. Words for people
 * go to `say`; an export without a file goes to standard output alone.
 */
export async function runCommand(
  config: Config,
  [command, file]: readonly (string | undefined)[],
  say: (line: string) => void,
): Promise<number> {
  try {
    switch (command) {
      case 'backup':
        await backupTo(config, needFile(file, 'backup'));
        say(
          `Backed up to ${file}. Keep ${config.secretKeyFile} too, apart from it: it opens the channels’ secrets.`,
        );
        return 0;
      case 'restore': {
        const { keptAs } = await restoreFrom(config, needFile(file, 'restore'), Date.now());
        say(
          keptAs === undefined
            ? 'Restored.'
            : `Restored. The database before is kept as ${keptAs}.`,
        );
        say('Devices send the days that the backup lacks by themselves.');
        return 0;
      }
      case 'export':
        await exportTo(config, file, say);
        return 0;
      case 'doctor': {
        const findings = await examine(config);
        for (const { state, about, says } of findings) say(`${MARKS[state]} ${about}: ${says}`);
        return findings.some(({ state }) => state === 'bad') ? 1 : 0;
      }
      case undefined:
      default:
        for (const { usage, meaning } of COMMANDS) say(`${usage.padEnd(14)} ${meaning}`);
        return command === 'help' ? 0 : 2;
    }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    say(error.message);
    return 1;
  }
}

function needFile(file: string | undefined, command: string): string {
  if (file === undefined) throw new CommandError(`Name a file: npm run hub -- ${command} FILE`);
  return file;
}

async function exportTo(
  config: Config,
  file: string | undefined,
  say: (line: string) => void,
): Promise<void> {
  // Exclusive, and readable by its owner alone: names and days are in it.
  const target =
    file === undefined ? process.stdout : createWriteStream(file, { flags: 'wx', mode: 0o600 });
  if (file !== undefined) {
    try {
      await once(target, 'open');
    } catch {
      throw new CommandError(`${file} cannot be made, or is there already. Name a new file.`);
    }
  }
  const count = await exportEverything(config, async (line) => {
    if (!target.write(`${line}\n`)) await once(target, 'drain');
  });
  if (file === undefined) return;
  target.end();
  await finished(target);
  say(`Wrote ${count} rows to ${file}.`);
}
