import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface Grants {
  /** Match patterns. */
  readonly hosts: readonly string[];
  readonly permissions?: readonly string[];
}

/**
 * A copy of the built extension that was granted more already, because no test can press the browser's own question. Everything else
 * is the build's. The caller removes the folder.
 */
export async function grantedExtension({ hosts, permissions = [] }: Grants): Promise<string> {
  const built = resolve(process.env['BANSO_EXTENSION_DIR'] ?? '.output/chrome-mv3');
  const copy = await mkdtemp(join(tmpdir(), 'banso-extension-'));
  await cp(built, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as {
    host_permissions: string[];
    permissions: string[];
  };
  manifest.host_permissions.push(...hosts);
  manifest.permissions.push(...permissions);
  await writeFile(path, JSON.stringify(manifest));
  return copy;
}

/** With the hub on this machine allowed. */
export function extensionWithHubAllowed(): Promise<string> {
  return grantedExtension({ hosts: ['http://127.0.0.1/*'] });
}
