/** One AI service that Banso counts visits to. */
export interface Tool {
  /** Stable slug; the key under which days are counted. Never renamed, because ledgers hold it. */
  readonly id: string;
  /** The service's own spelling, the same in every language. */
  readonly name: string;
  /** Exact origin; hosts are compared whole, so `chatgpt.com.example` is not ChatGPT. */
  readonly origin: string;
  /** Where a new chat with an empty composer opens. */
  readonly newChatUrl: string;
}

/** The only list of tools. A fourth is one entry here and one folder beside this file (`npm run new-site`). */
export const TOOLS = [
  {
    id: 'chatgpt',
    name: 'ChatGPT',
    origin: 'https://chatgpt.com',
    newChatUrl: 'https://chatgpt.com/',
  },
  {
    id: 'gemini',
    name: 'Gemini',
    origin: 'https://gemini.google.com',
    newChatUrl: 'https://gemini.google.com/app',
  },
  {
    id: 'claude',
    name: 'Claude',
    origin: 'https://claude.ai',
    newChatUrl: 'https://claude.ai/new',
  },
] as const satisfies readonly Tool[];

/** Ids of the tools this build knows. Ledgers may hold others, written by a newer build; they are kept and shown by id. */
export type KnownToolId = (typeof TOOLS)[number]['id'];

/** The tool at an origin, or undefined for every other origin. */
export function toolAtOrigin(origin: string): Tool | undefined {
  return TOOLS.find((tool) => tool.origin === origin);
}

/** The tool with an id, or undefined when this build does not know it. */
export function toolById(id: string): Tool | undefined {
  return TOOLS.find((tool) => tool.id === id);
}
