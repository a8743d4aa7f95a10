import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createPanel } from './create-panel.tsx';

/**
 * The palette, loaded by the launcher the first time a person asks for it, never at load. It lies in the extension's own
 * world, so no page learns its address (docs/adr/0003-permissions.md).
 */
export default defineUnlistedScript(() => {
  globalThis.bansoPanel ??= createPanel();
});
