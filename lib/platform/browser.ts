import browser from 'webextension-polyfill';

/**
 * The extension APIs as promises, the same in Chrome, Edge and Firefox. For the background and the product's own pages;
 * what runs in a tool's page uses the native namespace, because the polyfill would triple its size (TOOLCHAIN, WXT).
 */
export { browser };
