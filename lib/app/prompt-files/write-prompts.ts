import Papa from 'papaparse';
import { stringify } from 'yaml';
import type { FilePrompt, PromptFormat } from './prompt-file.ts';

/**
 * Prompts as a file that other programs read and `readPrompts` reads back: CSV with a heading row (and a byte order mark, without which
 * Excel takes Japanese for something else), a JSON list, or Markdown with front matter.
 */
export function writePrompts(format: PromptFormat, prompts: readonly FilePrompt[]): string {
  switch (format) {
    case 'csv':
      return `\uFEFF${Papa.unparse(
        prompts.map(({ title, body, group = '' }) => ({ title, body, group })),
        // A cell that begins as a formula would be one when the file is opened.
        { columns: ['title', 'body', 'group'], escapeFormulae: true, newline: '\r\n' },
      )}\r\n`;
    case 'json':
      return `${JSON.stringify(prompts, null, 2)}\n`;
    case 'md':
      return prompts.map(section).join('\n');
  }
}

function section({ title, body, group }: FilePrompt): string {
  const head = stringify(group === undefined ? { title } : { title, group }, { lineWidth: 0 });
  return `---\n${head}---\n\n${body}\n`;
}
