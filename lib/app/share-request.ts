import type { z } from 'zod';
import {
  newPromptSchema,
  promptActSchema,
  type NewSharedPrompt,
  type PromptAct,
  type SharedPrompt,
  type SharedText,
  type SharedWorkflow,
} from '../contract/hub/sharing.ts';
import type { Prompt, PromptText, Workflow } from '../domain/workflow.ts';

/** What goes to the hub when a prompt is shared: the whole of it, and what a preview shows. */
export type ShareRequest =
  | { readonly method: 'POST'; readonly path: '/v1/prompts'; readonly body: NewSharedPrompt }
  | {
      readonly method: 'PUT';
      readonly path: `/v1/prompts/${string}`;
      readonly body: Extract<PromptAct, { do: 'revise' }>;
    };

/** What sharing a prompt starts from. */
export interface ShareInput {
  /** The person's own, as it stands now. */
  readonly prompt: Prompt;
  /** Its living workflow. */
  readonly workflow: Workflow | undefined;
  /** The department's workflows. */
  readonly shared: readonly SharedWorkflow[];
  /** What the hub has under this id. */
  readonly held: SharedPrompt | undefined;
  readonly named: boolean;
  /** Whether a workflow that the department does not have is proposed along. */
  readonly withWorkflow: boolean;
}

/**
 * The request that shares a prompt: a revision of one's own, a better text for a colleague's, or a new one with the
 * workflow it serves. Without the site of a workflow and without remembered values, which stay in this browser. Undefined
 * when the hub would not take it (an id from elsewhere, a text too long altogether). Pure.
 */
export function shareRequest(input: ShareInput): ShareRequest | undefined {
  const { prompt, held, named } = input;
  const text = textToShare(prompt);
  if (held?.mine !== undefined) {
    const body = parsed(promptActSchema, { do: 'revise', text, named });
    return body?.do === 'revise'
      ? { method: 'PUT', path: `/v1/prompts/${encodeURIComponent(prompt.id)}`, body }
      : undefined;
  }
  const body = parsed(
    newPromptSchema,
    held?.inUse === undefined
      ? { id: prompt.id, text, named, ...workflowPart(input) }
      : { improves: prompt.id, text, named },
  );
  return body && { method: 'POST', path: '/v1/prompts', body };
}

function workflowPart({ workflow, shared, withWorkflow }: ShareInput): object {
  if (workflow === undefined) return {};
  if (shared.some(({ id }) => id === workflow.id)) return { workflowId: workflow.id };
  if (!withWorkflow) return {};
  const { id, name, kind, rhythm, tool, minutes, source } = workflow;
  return {
    workflow: {
      id,
      name,
      kind,
      rhythm,
      ...(tool === undefined ? {} : { tool }),
      minutes,
      ...(source.kind === 'pack' ? { source: { pack: source.pack, item: source.item } } : {}),
    },
  };
}

/** A prompt's text as it is shared and compared. */
export function textToShare({ title, body, variables }: PromptText): SharedText {
  return {
    title,
    body,
    variables: variables.map(({ choices, ...blank }) =>
      choices === undefined ? blank : { ...blank, choices: [...choices] },
    ),
  };
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T | undefined {
  return schema.safeParse(value).data;
}
