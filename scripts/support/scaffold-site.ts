import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A tool to be added. */
export interface NewSite {
  /** Slug: the folder's name and the key in ledgers, for good. */
  readonly id: string;
  /** The service's own spelling. */
  readonly name: string;
  /** Exact https origin. */
  readonly origin: string;
}

/** Why a site cannot be added, in a sentence; undefined when it can. */
export function problemWith({ id, name, origin }: NewSite): string | undefined {
  if (!/^[a-z][a-z0-9]{1,30}$/.test(id)) {
    return `"${id}" is no id: small letters and digits only, starting with a letter.`;
  }
  if (!name.trim() || /['\\\n]/.test(name)) return `"${name}" is no name.`;
  if (!URL.canParse(origin) || new URL(origin).origin !== origin || !origin.startsWith('https:')) {
    return `"${origin}" is no origin: https:// and a host, nothing after it.`;
  }
  return undefined;
}

const adapterOf = ({ id, name }: NewSite) => `import type { ToolAdapter } from '../adapter.ts';

/** ${name}. Fill the lists from a captured page, the newest layout first, each with the day it was seen. */
export const ${id}: ToolAdapter = {
  editors: [],
  boxes: [],
  sends: [],
  stops: [],
  decoys: [],
  conversationPath: /^\\/chat\\//,
};
`;

const htmlOf = ({ name }: NewSite) => `<!doctype html>
<html lang="{{language}}" class="{{theme}}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${name}</title>
    {{head}}
  </head>
  <body>
    <div id="app">
      <nav aria-label="Chats"><a href="/">New chat</a><a href="/chat/earlier-1">Earlier</a></nav>
      <main>
        <div id="thread"></div>
        <div id="composer-host"></div>
      </main>
    </div>
  </body>
</html>
`;

const PAGE = `import { element } from '../shared/dom.ts';
import { startPage } from '../shared/page-shell.ts';

await startPage({
  newChatPath: '/',
  conversationPaths: (id) => [{ path: \`/chat/\${id}\`, afterMs: 150 }],
  turn: (role) => {
    const body = element('div');
    return { body, root: element('div', { class: \`turn \${role}\` }, body) };
  },
  // A plain field to begin with: put the editor library here that the site uses, in the markup it uses.
  loadComposer: async () => (await import('../shared/plain-composer.ts')).mountPlainComposer,
});
`;

/** Puts a line or block before a mark that must be in the file. */
async function insertBefore(path: string, mark: string, added: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  if (!text.includes(mark))
    throw new Error(`${path} no longer holds \`${mark}\`; add by hand: ${added}`);
  await writeFile(
    path,
    text.replace(mark, () => added + mark),
  );
}

/**
 * Adds a tool to the source tree at \`root\`: its folder with empty selector lists, a page to try it on, the registry's
 * and the adapters' entries. What it cannot know is left empty, and lib/sites/sites.test.ts asks for it. Throws, with nothing written,
 * when the site cannot be added or is there already.
 */
export async function scaffoldSite(root: string, site: NewSite): Promise<readonly string[]> {
  const problem = problemWith(site);
  if (problem) throw new Error(problem);
  const registry = join(root, 'lib/sites/registry.ts');
  const adapters = join(root, 'lib/sites/adapters.ts');
  const known = await readFile(registry, 'utf8');
  if (known.includes(`'${site.id}'`) || known.includes(`'${site.origin}'`)) {
    throw new Error(`${site.id} or ${site.origin} is in the registry already.`);
  }
  const files: Readonly<Record<string, string>> = {
    [`lib/sites/${site.id}/selectors.ts`]: adapterOf(site),
    [`test/fixtures/${site.id}/index.html`]: htmlOf(site),
    [`test/fixtures/${site.id}/style.css`]: `:root {\n  --page: #fff;\n}\n`,
    [`test/fixtures/${site.id}/page.ts`]: PAGE,
  };
  const taken = Object.keys(files).find((file) => existsSync(join(root, file)));
  if (taken) throw new Error(`${taken} is there already.`);

  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), content);
  }
  const { id, name, origin } = site;
  await insertBefore(
    registry,
    `] as const satisfies`,
    `  {\n    id: '${id}',\n    name: '${name}',\n    origin: '${origin}',\n    newChatUrl: '${origin}/',\n  },\n`,
  );
  await insertBefore(
    adapters,
    `import type { KnownToolId }`,
    `import { ${id} } from './${id}/selectors.ts';\n`,
  );
  await insertBefore(adapters, `};`, `  ${id},\n`);
  return [...Object.keys(files), 'lib/sites/registry.ts', 'lib/sites/adapters.ts'];
}
