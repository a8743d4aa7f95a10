/** One prompt as a file has it, before it is one of ours. */
export interface FilePrompt {
  readonly title: string;
  readonly body: string;
  /** What the file says it belongs to: a folder, a category, the workflow's name. */
  readonly group?: string | undefined;
}

/** Formats that people have; also the endings of their files. */
export type PromptFormat = 'csv' | 'json' | 'md';

/** Why a file, or one prompt of it, is not taken. */
export type PromptFileRefusal = 'tooLarge' | 'unreadable' | 'noPrompts' | 'noBody' | 'tooLong';

/** What is in a file. `refused` are single prompts that cannot be taken, by their place in it (1 is the first). */
export type ReadPrompts =
  | {
      readonly ok: true;
      readonly prompts: readonly FilePrompt[];
      readonly refused: readonly { readonly at: number; readonly reason: PromptFileRefusal }[];
    }
  | { readonly ok: false; readonly reason: PromptFileRefusal };
