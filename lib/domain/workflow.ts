import type { Weekday } from './day.ts';

/** When a piece of work comes round (METRICS.md: 業務). Days are scheduled days unless said otherwise. */
export type Rhythm =
  | { readonly kind: 'everyWorkday' }
  | { readonly kind: 'weekdays'; readonly weekdays: readonly Weekday[] }
  /** Day of the month, 1–31; in a shorter month its last day. */
  | { readonly kind: 'monthlyDay'; readonly day: number }
  /** The n-th last scheduled day of the month; 1 is the last. */
  | { readonly kind: 'monthlyLastWorkday'; readonly nth: number }
  | { readonly kind: 'onDemand' };

/** A registered piece of work with its rhythm, its site and its prompts. */
export interface Workflow {
  readonly id: string;
  readonly name: string;
  /** What kind of work, as the id of a department's pack (`sales`, `accounting`, …) or `other`. */
  readonly kind: string;
  readonly rhythm: Rhythm;
  /** Origin of the site where the work is done (`https://mail.example.com`), never a path. */
  readonly site?: string | undefined;
  /** Preferred tool id; the person's own preference when absent. */
  readonly tool?: string | undefined;
  /** Minutes the work usually takes, as the person says. */
  readonly minutes: number;
  /** Where it came from: the person's own, a starter pack's or the department's. */
  readonly source: Source;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Instant of deletion; kept for 30 days so that it can be brought back. */
  readonly deletedAt?: number | undefined;
}

/** Where a workflow or prompt came from; always shown with it. */
export type Source =
  | { readonly kind: 'own' }
  | { readonly kind: 'pack'; readonly pack: string; readonly item: string }
  | {
      readonly kind: 'department';
      /** Its name, which is still told after leaving it. */
      readonly department: string;
      /** Which of the department's versions a prompt's text was taken from; absent for a workflow. */
      readonly version?: number | undefined;
      /** Who wrote it, when that person wants to be named. */
      readonly author?: string | undefined;
    };

/** What a blank in a prompt takes. */
export type VariableType = 'text' | 'multiline' | 'choice' | 'date' | 'number';

/** A blank in a prompt, written `{{name}}` in its body. */
export interface Variable {
  /** Unicode letters, digits, `_`; unique in the prompt. */
  readonly name: string;
  /** What the person reads beside the field; the name when absent. */
  readonly label?: string | undefined;
  readonly type: VariableType;
  /** For `choice`, at least one; the first is taken when there is no default. */
  readonly choices?: readonly string[] | undefined;
  readonly default?: string | undefined;
  /** An example shown in the empty field. */
  readonly example?: string | undefined;
  readonly required?: boolean | undefined;
  /** Whether the last value is offered again; kept on this device only. */
  readonly remember?: boolean | undefined;
}

/** The parts of a prompt that an edit replaces together. */
export interface PromptText {
  readonly title: string;
  readonly body: string;
  readonly variables: readonly Variable[];
}

/** The first living prompt of a workflow, which one tap opens; undefined when it has none. */
export function firstPrompt(prompts: readonly Prompt[], workflowId: string): Prompt | undefined {
  return prompts.find((each) => each.workflowId === workflowId && each.deletedAt === undefined);
}

/** A prompt with every earlier version of its text. */
export interface Prompt extends PromptText {
  readonly id: string;
  /** The workflow it serves; a prompt without one is found by search only. */
  readonly workflowId?: string | undefined;
  readonly source: Source;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly deletedAt?: number | undefined;
  /** Earlier texts, oldest first, each with the instant at which it was replaced. */
  readonly versions: readonly (PromptText & { readonly replacedAt: number })[];
}
