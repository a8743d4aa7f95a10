import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHub } from '../run-hub.ts';
import { foundForHammer, missingOf, SETUP_CODE } from './found-for-hammer.ts';
import { hammer } from './hammer.ts';
import type { Survived } from './kill-under-load.ts';

const DISK_BYTES = 96 * 1024 * 1024;
/** Before and after people join; with those after it a sync that is missing shows, because nobody else syncs. */
const DELIVERIES = 100;

/**
 * Cuts a hub's power, as far as a program can: its data folder is a file system of its own on a loop device. While it is
 * hammered it is stopped dead (`SIGSTOP`), and what the device has by then is copied and mounted elsewhere. The copy holds
 * what was written through to the device; what a file system holds back until somebody asks for a sync is not in it.
 * `control` is a file that was written without one just before: it must be lost, or the cut has proved nothing.
 *
 * It cannot see a disk that says "written" and has not, nor a sector written by half.
 */
export async function cutPower(cuts: number): Promise<Survived & { readonly control: number }> {
  const missing: string[] = [];
  let acknowledged = 0;
  let control = 0;
  for (let cut = 0; cut < cuts; cut += 1) {
    // oxlint-disable-next-line no-await-in-loop
    const survived = await cutOnce();
    missing.push(...survived.missing);
    acknowledged += survived.acknowledged;
    control += survived.control;
  }
  return { acknowledged, missing, control };
}

async function cutOnce(): Promise<Survived & { readonly control: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'banso-power-'));
  const live = mountNew(folder, 'live');
  let after: string | undefined;
  try {
    const settings = { DATA_DIR: join(live, 'data') };
    const hub = await runHub({ ...settings, SETUP_CODE });
    const url = `http://127.0.0.1:${hub.port}`;
    const load = hammer({ ...(await foundForHammer(url)), url, name: 'cut' });
    await load.begun;
    await load.further(DELIVERIES);
    load.stopJoining();
    await load.further(DELIVERIES);
    writeFileSync(join(live, 'unsynced'), 'was never asked to be synced');
    process.kill(hub.pid, 'SIGSTOP');
    const acknowledged = {
      deviceIds: new Set(load.acknowledged.deviceIds),
      tokens: new Set(load.acknowledged.tokens),
    };
    after = mountCopy(folder);
    await hub.stop('SIGKILL');
    await load.stop();
    return {
      acknowledged: acknowledged.deviceIds.size + acknowledged.tokens.size,
      missing: await missingOf({ DATA_DIR: join(after, 'data') }, acknowledged),
      control: contentOf(join(after, 'unsynced')) === '' ? 1 : 0,
    };
  } finally {
    if (after !== undefined) execFileSync('umount', [after]);
    execFileSync('umount', [live]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether file systems may be mounted here: Linux, root and a loop device. */
export function canCutPower(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'banso-power-'));
  try {
    execFileSync('umount', [mountNew(folder, 'try')], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function mountNew(folder: string, name: string): string {
  const image = join(folder, `${name}.img`);
  execFileSync('truncate', ['-s', String(DISK_BYTES), image]);
  execFileSync('mkfs.ext4', ['-q', '-F', image], { stdio: 'ignore' });
  return mount(folder, name);
}

function mountCopy(folder: string): string {
  // The device's own file, not the device: reading the device would show what the file system has not written yet.
  copyFileSync(join(folder, 'live.img'), join(folder, 'copy.img'));
  return mount(folder, 'copy');
}

function mount(folder: string, name: string): string {
  const at = join(folder, name);
  mkdirSync(at);
  execFileSync('mount', ['-o', 'loop', join(folder, `${name}.img`), at], { stdio: 'pipe' });
  return at;
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
