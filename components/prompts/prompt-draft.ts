import { LIMITS, promptDraftSchema, type PromptDraft } from '../../lib/contract/workflow.ts';
import { variablesFor } from '../../lib/domain/template.ts';
import type { Prompt, Source, Variable } from '../../lib/domain/workflow.ts';

/** What the editor holds. `known` keeps the definition of every blank seen, so that one returns with its name. */
export interface PromptFormState {
  readonly title: string;
  readonly body: string;
  readonly known: readonly Variable[];
  /** Empty: not tied to a workflow. */
  readonly workflowId: string;
  readonly source: Source;
}

/** What can be wrong in the editor. */
export type PromptFault = 'title' | 'body' | 'bodyLong' | 'variables' | 'choices';

/** An editor's contents as a draft, or what is wrong. */
export type CheckedPrompt =
  | { readonly ok: true; readonly draft: PromptDraft }
  | { readonly ok: false; readonly faults: readonly PromptFault[] };

/** The editor for an existing prompt, or for a new one of a workflow. */
export function promptForm(prompt: Prompt | undefined, workflowId = ''): PromptFormState {
  return {
    title: prompt?.title ?? '',
    body: prompt?.body ?? '',
    known: prompt?.variables ?? [],
    workflowId: prompt?.workflowId ?? workflowId,
    source: prompt?.source ?? { kind: 'own' },
  };
}

/** The definitions of exactly the blanks that the text holds now. */
export function blanksOf(form: PromptFormState): Variable[] {
  return variablesFor(form.body, form.known);
}

/** The editor with one blank's definition changed. */
export function withBlank(form: PromptFormState, changed: Variable): PromptFormState {
  const others = form.known.filter(({ name }) => name !== changed.name);
  return { ...form, known: [...others, changed] };
}

/** The editor with another text; definitions of blanks that left stay known. */
export function withBody(form: PromptFormState, body: string): PromptFormState {
  const known = new Map(
    [...form.known, ...variablesFor(body, form.known)].map((blank) => [blank.name, blank]),
  );
  return { ...form, body, known: [...known.values()] };
}

/** Checks an editor's contents. Empty optional parts of blanks are left out of the draft. */
export function checkPrompt(form: PromptFormState): CheckedPrompt {
  const blanks = blanksOf(form).map(tidied);
  const faults: PromptFault[] = [];
  const title = form.title.trim();
  const body = form.body.trim();
  if (title === '' || title.length > LIMITS.nameLength) faults.push('title');
  if (body === '') faults.push('body');
  if (body.length > LIMITS.bodyLength) faults.push('bodyLong');
  if (blanks.length > LIMITS.variables) faults.push('variables');
  if (blanks.some(({ type, choices }) => type === 'choice' && choices === undefined)) {
    faults.push('choices');
  }
  if (faults.length > 0) return { ok: false, faults };
  const parsed = promptDraftSchema.safeParse({
    title: form.title,
    body: form.body,
    variables: blanks,
    source: form.source,
    ...(form.workflowId === '' ? {} : { workflowId: form.workflowId }),
  });
  return parsed.success ? { ok: true, draft: parsed.data } : { ok: false, faults: ['choices'] };
}

/** Whether saving would change anything of a prompt. */
export function isChanged(prompt: Prompt, draft: PromptDraft): boolean {
  return (
    prompt.title !== draft.title ||
    prompt.body !== draft.body ||
    (prompt.workflowId ?? '') !== (draft.workflowId ?? '') ||
    JSON.stringify(prompt.variables.map(tidied)) !== JSON.stringify(draft.variables.map(tidied))
  );
}

/** One order of parts and no empty ones, so that equal definitions are equal as text. */
function tidied(blank: Variable): Variable {
  const choices = [...new Set((blank.choices ?? []).map((one) => one.trim()))].filter(Boolean);
  const label = filled(blank.label);
  const start = filled(blank.default);
  const example = filled(blank.example);
  return {
    name: blank.name,
    ...(label === undefined ? {} : { label }),
    type: blank.type,
    ...(blank.type === 'choice' && choices.length > 0
      ? { choices: choices.slice(0, LIMITS.choices) }
      : {}),
    ...(start === undefined ? {} : { default: start }),
    ...(example === undefined ? {} : { example }),
    ...(blank.required === true ? { required: true } : {}),
    ...(blank.remember === true ? { remember: true } : {}),
  };
}

function filled(text: string | undefined): string | undefined {
  return text?.trim() || undefined;
}
