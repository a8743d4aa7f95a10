import type { ToolAdapter } from './adapter.ts';
import { chatgpt } from './chatgpt/selectors.ts';
import { claude } from './claude/selectors.ts';
import { gemini } from './gemini/selectors.ts';
import type { KnownToolId } from './registry.ts';

/** What is known of each tool's page; a tool in the registry without an entry does not compile. */
export const ADAPTERS: Readonly<Record<KnownToolId, ToolAdapter>> = {
  chatgpt,
  gemini,
  claude,
};
