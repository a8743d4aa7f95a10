import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createPanel } from './create-panel.tsx';

/**
 * The palette, loaded by the launcher the first time a person asks for it, never at load. It lies in the extension's own
 * world; its address is a new one in every session (`use_dynamic_url`), so a page cannot ask for it.
 */
export default defineUnlistedScript(() => {
  globalThis.bansoPanel ??= createPanel();
});
