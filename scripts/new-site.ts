import { join } from 'node:path';
import { scaffoldSite } from './support/scaffold-site.ts';

/** `npm run new-site -- <id> <Name> <origin>`: begins a further tool; the tests then say what is missing. */
const [id, name, origin] = process.argv.slice(2);
if (!id || !name || !origin) {
  process.stderr.write('npm run new-site -- <id> <Name> <https://origin>\n');
  process.exit(2);
}
try {
  const files = await scaffoldSite(join(import.meta.dirname, '..'), { id, name, origin });
  process.stdout.write(
    [
      ...files.map((file) => `  ${file}`),
      '',
      'Now:',
      `1. Fill lib/sites/${id}/selectors.ts from a captured page.`,
      `2. Give test/fixtures/${id} the editor library and the markup of the site.`,
      '3. Add the page to EDITORS in test/e2e/insertion.spec.ts and test/e2e/submit.spec.ts.',
      '4. npx vitest run lib/sites until it is green, then the two stories.',
      `5. A new required host can switch the extension off at its update: say so in the CHANGELOG.`,
      '',
    ].join('\n'),
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
