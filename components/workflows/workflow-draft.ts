import { workflowDraftSchema, type WorkflowDraft } from '../../lib/contract/workflow.ts';
import type { Weekday } from '../../lib/domain/day.ts';
import type { Rhythm, Source, Workflow } from '../../lib/domain/workflow.ts';

/** What the form holds while it is filled in: every kind of rhythm keeps its own numbers, as text the person typed. */
export interface WorkflowFormState {
  readonly name: string;
  readonly kind: string;
  readonly rhythm: Rhythm['kind'];
  readonly weekdays: readonly Weekday[];
  readonly day: string;
  readonly nth: string;
  /** An address as pasted; only its origin is kept. */
  readonly site: string;
  /** Empty: the person's usual tool. */
  readonly tool: string;
  readonly minutes: string;
  readonly source: Source;
}

/** Fields of the form that can be wrong. */
export type WorkflowField = 'name' | 'weekdays' | 'day' | 'nth' | 'site' | 'minutes';

/** A form's contents as a draft, or the fields that are wrong. */
export type CheckedWorkflow =
  | { readonly ok: true; readonly draft: WorkflowDraft }
  | { readonly ok: false; readonly wrong: readonly WorkflowField[] };

/** The form for an existing workflow, or for a new one of a kind of work. */
export function workflowForm(workflow: Workflow | undefined, kind = 'other'): WorkflowFormState {
  const rhythm = workflow?.rhythm ?? { kind: 'weekdays', weekdays: [1] };
  return {
    name: workflow?.name ?? '',
    kind: workflow?.kind ?? kind,
    rhythm: rhythm.kind,
    weekdays: rhythm.kind === 'weekdays' ? rhythm.weekdays : [1],
    day: rhythm.kind === 'monthlyDay' ? String(rhythm.day) : '25',
    nth: rhythm.kind === 'monthlyLastWorkday' ? String(rhythm.nth) : '1',
    site: workflow?.site ?? '',
    tool: workflow?.tool ?? '',
    minutes: String(workflow?.minutes ?? 15),
    source: workflow?.source ?? { kind: 'own' },
  };
}

/** The origin of a pasted address (`https://mail.example.com/inbox?x` gives `https://mail.example.com`); undefined when it is none. */
export function siteOrigin(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === null || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.')) {
    return undefined;
  }
  return url.origin;
}

/** Checks a form. Full-width digits are read as digits; a pasted address becomes its origin. */
export function checkWorkflow(form: WorkflowFormState): CheckedWorkflow {
  const wrong: WorkflowField[] = [];
  const site = siteOrigin(form.site);
  if (form.site.trim() !== '' && site === undefined) wrong.push('site');
  const parsed = workflowDraftSchema.safeParse({
    name: form.name,
    kind: form.kind,
    rhythm: rhythmOf(form),
    ...(site === undefined ? {} : { site }),
    ...(form.tool === '' ? {} : { tool: form.tool }),
    minutes: wholeNumber(form.minutes),
    source: form.source,
  });
  if (parsed.success && wrong.length === 0) return { ok: true, draft: parsed.data };
  for (const issue of parsed.error?.issues ?? []) {
    const field = fieldOf(issue.path[0], issue.path[1]);
    if (field !== undefined && !wrong.includes(field)) wrong.push(field);
  }
  return { ok: false, wrong };
}

/** The rhythm a form stands for; numbers that are none become NaN, which no schema takes. */
export function rhythmOf(form: WorkflowFormState): Rhythm {
  switch (form.rhythm) {
    case 'weekdays':
      return { kind: 'weekdays', weekdays: form.weekdays };
    case 'monthlyDay':
      return { kind: 'monthlyDay', day: wholeNumber(form.day) };
    case 'monthlyLastWorkday':
      return { kind: 'monthlyLastWorkday', nth: wholeNumber(form.nth) };
    case 'everyWorkday':
    case 'onDemand':
      return { kind: form.rhythm };
  }
}

function wholeNumber(text: string): number {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,4}$/.test(plain) ? Number(plain) : Number.NaN;
}

function fieldOf(
  part: PropertyKey | undefined,
  inner: PropertyKey | undefined,
): WorkflowField | undefined {
  if (part === 'rhythm') {
    return inner === 'weekdays' || inner === 'day' || inner === 'nth' ? inner : undefined;
  }
  return part === 'name' || part === 'site' || part === 'minutes' ? part : undefined;
}
