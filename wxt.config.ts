import { defineConfig } from 'wxt';
import { readPacks } from './content/read-packs.ts';
import { outlineOf } from './lib/contract/pack.ts';
import { TOOLS } from './lib/sites/registry.ts';

const toolHosts = TOOLS.map((tool) => `${tool.origin}/*`);

const LIGHT_REACT = {
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react-dom': 'preact/compat',
  react: 'preact/compat',
};

/**
 * The manifest asks for the three tools' hosts and nothing wider; what else a feature needs is optional and asked for
 * when it is used (docs/adr/0003-permissions.md).
 */
export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/module-react'],
  // The browsers below, so that `light-dark()` and the like stay as they are written.
  hooks: {
    // In a chat page every kilobyte is the page's: the palette's few parts are drawn by Preact, React's own pages are not
    // (docs/adr/0005-row-and-palette.md).
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ name }) => name === 'panel')) {
        config.resolve = { ...config.resolve, alias: { ...config.resolve?.alias, ...LIGHT_REACT } };
      }
    },
    // The starter packs are read on demand (lib/platform/pack-files.ts): one file each, and all of them without their texts.
    'build:publicAssets': (_, files) => {
      const packs = readPacks();
      const asFile = (name: string, value: unknown) => ({
        relativeDest: `packs/${name}.json`,
        contents: JSON.stringify(value),
      });
      files.push(...packs.map((pack) => asFile(pack.id, pack)));
      files.push(asFile('outlines', packs.map(outlineOf)));
    },
  },
  vite: () => ({
    build: {
      target: ['chrome144', 'firefox144'],
      // WXT's log says nothing in a production build; left in, its words alone are 2 % of what every page of a tool is given.
      rolldownOptions: { treeshake: { manualPureFunctions: ['logger'] } },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'ja',
    permissions: ['storage', 'alarms', 'notifications'],
    host_permissions: toolHosts,
    // To put the chip on a work site the person registered; asked for together with that one site.
    optional_permissions: ['scripting'],
    // A company's own hub, and each registered work site: asked for one origin at a time.
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    // An unlisted script with an entry of its own: WXT's content script wrapper would be larger than the launcher.
    content_scripts: [{ matches: toolHosts, js: ['launcher.js'], run_at: 'document_start' }],
    web_accessible_resources: [
      {
        resources: ['panel.js'],
        matches: toolHosts,
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'banso@banso.example',
              strict_min_version: '144.0',
              // Days of use and what a member gives when joining, to the company's own hub and only after joining.
              data_collection_permissions: {
                required: ['none'],
                optional: ['websiteActivity', 'personallyIdentifyingInfo'],
              },
            },
          },
        }
      : {
          minimum_chrome_version: '144',
          // Firefox reads policies without a schema.
          storage: { managed_schema: 'managed-schema.json' },
        }),
  }),
});
