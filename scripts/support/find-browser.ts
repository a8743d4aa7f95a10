import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser'];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Path of a Chromium that loads unpacked extensions: `BANSO_CHROMIUM`, Playwright's own when it is downloaded, then
 * `chromium` and `chromium-browser` in /usr/bin and on the PATH. Branded Chrome is not looked for: since version 137 it ignores
 * `--load-extension`. Undefined when there is none; throws when `BANSO_CHROMIUM` names something that cannot be run.
 */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const chosen = env['BANSO_CHROMIUM'];
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`BANSO_CHROMIUM is not an executable: ${chosen}`);
  }
  const folders = ['/usr/bin', ...(env['PATH'] ?? '').split(delimiter)].filter(Boolean);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [chromium.executablePath(), ...candidates].find((path) => isExecutable(path));
}
