import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { TOOLS } from '../../lib/sites/registry.ts';
import { makeCertificate } from './certificate.ts';

/** The running server of the tools' stand-in pages. */
export interface ToolPages {
  /** Port on 127.0.0.1 that answers for every tool's host. */
  readonly port: number;
  /** Fingerprint for `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
  /** Stops the server. */
  readonly close: () => Promise<void>;
}

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const ASSETS = '/__fixture/';

/** The entry module of a tool's page, or undefined when the tool has none yet. */
function entryOf(toolId: string): string | undefined {
  return ['page.tsx', 'page.ts']
    .map((file) => join(FIXTURES, toolId, file))
    .find((path) => existsSync(path));
}

/** The policy that Google's chat pages send, as far as it is public (COMPOSER.md §2): nonces and Trusted Types. */
const strictPolicy = (nonce: string) =>
  [
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'nonce-${nonce}'`,
    `default-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `require-trusted-types-for 'script'`,
  ].join('; ');

async function pageOf(toolId: string, query: URLSearchParams, nonce: string): Promise<string> {
  const [html, style, shared] = await Promise.all([
    readFile(join(FIXTURES, toolId, 'index.html'), 'utf8'),
    readFile(join(FIXTURES, toolId, 'style.css'), 'utf8'),
    readFile(join(FIXTURES, 'shared', 'shell.css'), 'utf8'),
  ]);
  const values: Record<string, string> = {
    head:
      `<style nonce="${nonce}">${shared}${style}</style>` +
      `<script nonce="${nonce}" type="module" src="${ASSETS}${toolId}/page.js"></script>`,
    language: query.get('lang') ?? 'en',
    theme: query.has('dark') ? 'dark' : 'light',
  };
  return html.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

let built: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

/** Code of the pages by its path below `ASSETS`: several seconds of work, done with the first page that is opened and kept. */
function builtPages(): Promise<ReadonlyMap<string, Uint8Array>> {
  return (built ??= buildPages());
}

async function buildPages(): Promise<ReadonlyMap<string, Uint8Array>> {
  const outdir = join(FIXTURES, 'built');
  const { outputFiles } = await build({
    entryPoints: TOOLS.flatMap((tool) => {
      const entry = entryOf(tool.id);
      return entry ? [{ in: entry, out: `${tool.id}/page` }] : [];
    }),
    outdir,
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'chrome144',
    minify: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path, contents }) => [relative(outdir, path), contents]));
}

/**
 * Serves, for every tool of the registry, a page made with the editor library that the real page uses; which of its
 * layouts and which mishaps is chosen by the query (`test/fixtures/shared/page-options.ts`). Built in memory by each process
 * that shows one, so there is nothing to keep in step and stories without a tool do not wait for it. Any path under a tool's
 * origin answers with its page, as the real ones do.
 */
export async function startToolPages(): Promise<ToolPages> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host}`);
    const tool = TOOLS.find((candidate) => new URL(candidate.origin).hostname === url.hostname);
    if (url.pathname.startsWith(ASSETS)) {
      const file = url.pathname.slice(ASSETS.length);
      const path = file.includes('/') ? join(tool?.id ?? '', basename(file)) : basename(file);
      const code = (await builtPages()).get(path);
      if (code === undefined) throw new Error(`No ${path} among the built pages.`);
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(code);
      return;
    }
    if (!tool || url.pathname === '/favicon.ico') {
      response.writeHead(tool ? 204 : 404).end();
      return;
    }
    const nonce = randomBytes(12).toString('base64');
    const strict = tool.id === 'gemini' || url.searchParams.has('csp');
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        ...(strict ? { 'content-security-policy': strictPolicy(nonce) } : {}),
      })
      .end(await pageOf(tool.id, url.searchParams, nonce));
  };

  const { key, cert, spki } = makeCertificate(TOOLS.map((tool) => new URL(tool.origin).hostname));
  const server = createServer({ key, cert }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    spki,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
