import type { ToolAdapter } from '../adapter.ts';

/**
 * ChatGPT serves two composers at once since about 2026-09-20: the rebuilt `app-shell`, without ids or test ids, and
 * the `unified` one of 2024; signed-out and mobile visitors get a third.
 */
export const chatgpt: ToolAdapter = {
  editors: [
    {
      id: 'app-shell-markdown',
      css: 'form[data-chatgpt-composer] [data-composer-markdown]',
      layout: 'app-shell',
      seen: '2026-09-24',
    },
    {
      id: 'app-shell-textbox',
      css: 'form[data-chatgpt-composer] [role=textbox]',
      layout: 'app-shell',
      seen: '2026-09-26',
    },
    { id: 'unified-id', css: '#prompt-textarea', layout: 'unified', seen: '2026-09-22' },
    {
      id: 'unified-form',
      css: 'form[data-type="unified-composer"] [contenteditable]',
      layout: 'unified',
      seen: '2026-08-14',
    },
    {
      id: 'signed-out',
      css: 'textarea#mobile-composer-prompt',
      layout: 'signed-out',
      seen: '2026-10-03',
    },
  ],
  boxes: [
    {
      id: 'app-shell',
      css: 'form[data-chatgpt-composer]',
      layout: 'app-shell',
      seen: '2026-09-24',
    },
    {
      id: 'unified',
      css: 'form[data-type="unified-composer"]',
      layout: 'unified',
      seen: '2026-09-22',
    },
    { id: 'dock', css: '[data-composer-dock]', layout: 'signed-out', seen: '2026-10-03' },
  ],
  sends: [
    {
      id: 'app-shell',
      css: 'form[data-chatgpt-composer] button[type=submit]',
      layout: 'app-shell',
      seen: '2026-09-26',
    },
    { id: 'unified', css: '[data-testid="send-button"]', layout: 'unified', seen: '2026-09-22' },
    {
      id: 'signed-out',
      css: '[data-composer-submit][type=submit]',
      layout: 'signed-out',
      seen: '2026-10-03',
    },
  ],
  stops: [
    {
      id: 'app-shell',
      css: 'form[data-chatgpt-composer] :is([aria-label^="Stop"],[aria-label*="停止"])',
      layout: 'app-shell',
      seen: '2026-09-26',
    },
    { id: 'unified', css: '[data-testid="stop-button"]', layout: 'unified', seen: '2026-09-22' },
    { id: 'signed-out', css: '[data-stop-generating]', layout: 'signed-out', seen: '2026-10-03' },
  ],
  decoys: [
    { id: 'code-pane', css: '.cm-editor,.cm-content', layout: 'app-shell', seen: '2026-09-26' },
    { id: 'turn', css: '[data-turn-key]', layout: 'app-shell', seen: '2026-09-26' },
    { id: 'message', css: '[data-message-author-role]', layout: 'unified', seen: '2026-09-22' },
    { id: 'list-item', css: '[data-message-role]', layout: 'signed-out', seen: '2026-10-03' },
  ],
  conversationPath: /^\/(g\/[^/]+\/)?(c|uc)\//,
};
