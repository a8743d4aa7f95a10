import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';

const HERE = 'http://127.0.0.1/*';

interface Manifest {
  host_permissions?: string[];
  optional_host_permissions?: string[];
}

/**
 * A copy of the built extension that may speak with a hub on this machine from the start. A person is asked for it when
 * joining (docs/adr/0003-permissions.md); a browser without a person at it cannot answer.
 */
export function copyExtensionForSample(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  const path = join(to, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  manifest.host_permissions = [...(manifest.host_permissions ?? []), HERE];
  manifest.optional_host_permissions = (manifest.optional_host_permissions ?? []).filter(
    (pattern) => pattern !== HERE,
  );
  writeFileSync(path, JSON.stringify(manifest));
}

/** What the page's `chrome` offers here. */
interface PageChrome {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>> } };
}

/**
 * Lets the browser's extension join by a link, unless it belongs to the hub at this address already. Throws with the
 * extension's own reason when it is refused.
 */
export async function joinInBrowser(
  context: BrowserContext,
  extensionId: string,
  hub: { readonly url: string; championLink(): Promise<string> },
): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto(`chrome-extension://${extensionId}/popup.html`);
    const stored = await page.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: PageChrome };
      return JSON.stringify(await chrome.storage.local.get('team'));
    });
    if (stored.includes(`"${hub.url}"`)) return;
    const command = { type: 'joinTeam', invite: await hub.championLink() };
    const reply = (await page.evaluate(async (message) => {
      const { chrome } = globalThis as unknown as { chrome: PageChrome };
      return chrome.runtime.sendMessage(message);
    }, command)) as { ok: boolean; code?: string; message?: string } | undefined;
    if (reply?.ok !== true) {
      throw new Error(`Joining the sample did not work: ${reply?.code ?? 'no answer'}.`);
    }
  } finally {
    await page.close();
  }
}
