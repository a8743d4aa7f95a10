import { spawnSync } from 'node:child_process';
import { findBrowser } from './find-browser.ts';

const PLAYWRIGHT_TIMEOUT_MS = 180_000;

/**
 * A Chromium that can load an unpacked extension: the one that is there, else Playwright's own, else Debian's package
 * when this is root on a Debian-like system. Returns its path; throws one sentence that says what to install.
 */
export function ensureBrowser(): string {
  const present = findBrowser();
  if (present) return present;
  console.log('No Chromium found: getting one …');
  spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: PLAYWRIGHT_TIMEOUT_MS,
  });
  const fetched = findBrowser();
  if (fetched) return fetched;
  if (process.getuid?.() === 0) {
    installDebianPackages(['chromium', 'fonts-noto-cjk']);
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    'Banso needs a Chromium for this: install one (on Debian or Ubuntu: "sudo apt-get install chromium"), or set BANSO_CHROMIUM to its path.',
  );
}

function installDebianPackages(packages: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-y', '-qq', ...packages], { stdio: 'ignore', env });
}
