import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TOOLS } from '../../../lib/sites/registry.ts';

/**
 * Writes the least extension that can do something in a tool's page: one script with one key listener. It is the floor
 * that the launcher is measured against.
 */
export async function writeFloorExtension(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Floor',
    version: '1',
    background: { service_worker: 'worker.js' },
    content_scripts: [
      {
        matches: TOOLS.map((tool) => `${tool.origin}/*`),
        js: ['page.js'],
        run_at: 'document_start',
      },
    ],
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'worker.js'), '');
  await writeFile(
    join(folder, 'page.js'),
    'let last = 0; addEventListener("keydown", () => { last = Date.now(); }, { capture: true, passive: true });',
  );
  return folder;
}
