import type { ToolAdapter } from '../adapter.ts';

/** Gemini: Quill in `rich-textarea`. Which Quill is not known for sure, so nothing here depends on it. */
export const gemini: ToolAdapter = {
  editors: [
    { id: 'rich-textarea', css: 'rich-textarea .ql-editor', layout: 'app', seen: '2026-08-23' },
    { id: 'ql-editor', css: '.ql-editor.textarea', layout: 'app', seen: '2026-08-23' },
    {
      id: 'rich-editable',
      css: 'rich-textarea [contenteditable]:not(.ql-clipboard)',
      layout: 'app',
      seen: '2026-08-23',
    },
  ],
  boxes: [
    { id: 'input-container', css: 'input-container', layout: 'app', seen: '2025-05-31' },
    { id: 'input-area', css: 'input-area-v2', layout: 'app', seen: '2026-08-23' },
    { id: 'text-field', css: '.text-input-field', layout: 'app', seen: '2026-08-23' },
  ],
  sends: [
    { id: 'submit', css: '.send-button.submit', layout: 'app', seen: '2026-05-31' },
    {
      id: 'button',
      css: 'button.send-button:not(.stop)',
      layout: 'before 2026-05',
      seen: '2026-05-01',
    },
  ],
  stops: [{ id: 'stop', css: '.send-button.stop', layout: 'app', seen: '2026-05-31' }],
  decoys: [
    { id: 'query', css: 'user-query', layout: 'app', seen: '2026-08-23' },
    { id: 'response', css: 'model-response,message-content', layout: 'app', seen: '2026-08-23' },
  ],
  conversationPath: /^\/(u\/\d+\/)?(app|gem\/[^/]+)\/[^/]/,
};
