import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * A copy of the built extension to which the hub on this machine is already allowed, because no test can press the browser's own
 * question. Everything else is the build's. The caller removes the folder.
 */
export async function extensionWithHubAllowed(): Promise<string> {
  const built = resolve(process.env['BANSO_EXTENSION_DIR'] ?? '.output/chrome-mv3');
  const copy = await mkdtemp(join(tmpdir(), 'banso-extension-'));
  await cp(built, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { host_permissions: string[] };
  manifest.host_permissions.push('http://127.0.0.1/*');
  await writeFile(path, JSON.stringify(manifest));
  return copy;
}
