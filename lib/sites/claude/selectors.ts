import type { ToolAdapter } from '../adapter.ts';

/** Claude, as captured in August 2026. A dead textarea from the server stands first in the document. */
export const claude: ToolAdapter = {
  editors: [
    {
      id: 'chat-input',
      css: '[data-testid="chat-input"]',
      layout: 'classic',
      seen: '2026-08-31',
    },
    { id: 'fieldset', css: 'fieldset .ProseMirror', layout: 'classic', seen: '2026-08-31' },
    {
      id: 'container',
      css: '[data-chat-input-container] [contenteditable]',
      layout: 'classic',
      seen: '2026-08-31',
    },
    { id: 'tiptap', css: '.tiptap.ProseMirror', layout: 'classic', seen: '2026-08-31' },
  ],
  boxes: [
    { id: 'container', css: '[data-chat-input-container]', layout: 'classic', seen: '2026-08-31' },
    { id: 'fieldset', css: 'fieldset', layout: 'classic', seen: '2026-08-31' },
  ],
  sends: [
    { id: 'send', css: '[data-testid="chat-input-send"]', layout: 'classic', seen: '2026-08-31' },
  ],
  stops: [
    { id: 'stop', css: '[data-testid="chat-input-stop"]', layout: 'classic', seen: '2026-08-31' },
  ],
  decoys: [
    {
      id: 'server-twin',
      css: '[data-testid*="-ssr"]',
      layout: 'before hydration',
      seen: '2026-08-31',
    },
    { id: 'edit', css: '[data-cds="UserMessage"]', layout: 'classic', seen: '2026-08-31' },
  ],
  conversationPath: /^\/chat\//,
};
