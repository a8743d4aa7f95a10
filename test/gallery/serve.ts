import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

/** Where a built gallery is served. */
export interface GalleryServer {
  /** Without a state; `?bare` draws nothing at first. */
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the gallery into `outDir` (emptied) and serves it on a free port of this machine. */
export async function serveGallery(outDir: string): Promise<GalleryServer> {
  const root = fileURLToPath(new URL('.', import.meta.url));
  // Its own configuration: the extension's build knows nothing of the gallery.
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      target: ['chrome144', 'firefox144'],
      chunkSizeWarningLimit: 4000,
    },
  });
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    close: () => server.close(),
  };
}
