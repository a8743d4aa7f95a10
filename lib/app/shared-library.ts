import { parseStored } from '../contract/envelope.ts';
import type { Note, SharedPrompt, SharedWorkflow } from '../contract/hub/sharing.ts';
import {
  parseSharedKey,
  sharedNoteItem,
  sharedPromptItem,
  sharedWorkflowItem,
  sharingItem,
  type Sharing,
} from '../contract/shared-items.ts';
import type { StoredItem } from '../contract/stored-items.ts';
import { teamItem } from '../contract/team.ts';
import type { SharedUse } from '../domain/shared-use.ts';
import type { Prompt, Workflow } from '../domain/workflow.ts';
import type { PersonState } from './person-state.ts';

/** What the person's department shares, as it was last fetched. */
export interface SharedLibrary {
  /** Name of the department. */
  readonly department: string;
  readonly workflows: readonly SharedWorkflow[];
  /** In use, and the person's own submissions. */
  readonly prompts: readonly SharedPrompt[];
  /** Newest first. */
  readonly notes: readonly Note[];
  readonly use: ReadonlyMap<string, SharedUse>;
  readonly notesSeen: Sharing['notesSeen'];
  /** Things that this build could not read. */
  readonly setAside: number;
}

type Raw = Readonly<Record<string, unknown>>;

/** Reads it from all that storage returned; undefined without a team. Pure and total: what cannot be read counts as absent. */
export function sharedLibraryOf(raw: Raw): SharedLibrary | undefined {
  const read = <T>(item: StoredItem<T>): T => {
    const found = parseStored(item, raw[item.key]);
    return found.state === 'read' ? found.value : item.kind.absent;
  };
  const team = read(teamItem);
  if (team === undefined) return undefined;
  const workflows: SharedWorkflow[] = [];
  const prompts: SharedPrompt[] = [];
  const notes: Note[] = [];
  for (const key of Object.keys(raw)) {
    const place = parseSharedKey(key);
    if (place?.kind === 'workflow') push(workflows, read(sharedWorkflowItem(place.id)));
    if (place?.kind === 'prompt') push(prompts, read(sharedPromptItem(place.id)));
    if (place?.kind === 'note') push(notes, read(sharedNoteItem(place.id)));
  }
  const { use, notesSeen, setAside } = read(sharingItem);
  return {
    department: team.department.name,
    workflows,
    prompts,
    notes: notes.toSorted((a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1)),
    use: new Map(use.map(({ id, people, runs }) => [id, { people, runs }])),
    notesSeen,
    setAside,
  };
}

function push<T>(list: T[], value: T | undefined): void {
  if (value !== undefined) list.push(value);
}

/** The department's text in use as a prompt of the one list; undefined while none is in use. */
export function departmentPrompt(
  { id, workflowId, inUse }: SharedPrompt,
  department: string,
): Prompt | undefined {
  if (inUse === undefined) return undefined;
  const { version, author, approvedAt, text } = inUse;
  return {
    ...text,
    id,
    ...(workflowId === undefined ? {} : { workflowId }),
    source: {
      kind: 'department',
      department,
      version,
      ...(author === undefined ? {} : { author }),
    },
    createdAt: approvedAt,
    updatedAt: approvedAt,
    versions: [],
  };
}

/** The department's workflow as the person would register it. */
export function departmentWorkflow(shared: SharedWorkflow, department: string): Workflow {
  const { source: _, ...workflow } = shared;
  return {
    ...workflow,
    source: { kind: 'department', department },
    createdAt: shared.updatedAt,
  };
}

/** The library beside what the person has themselves. */
export interface SharedView extends SharedLibrary {
  /** Ids of prompts in the one list that are the department's alone: the person has no copy of them. */
  readonly offered: ReadonlySet<string>;
}

/**
 * The person with their department's prompts in the one list: behind their own, and hidden by an own living prompt of the
 * same id (a copy they edited, or the one they shared). Deleted ones come last, so that looking an id up finds what lives.
 */
export function withShared(state: PersonState, shared: SharedLibrary | undefined): PersonState {
  if (shared === undefined) return state;
  const living = state.prompts.filter(({ deletedAt }) => deletedAt === undefined);
  const own = new Set(living.map(({ id }) => id));
  const offered = shared.prompts.flatMap((prompt) =>
    own.has(prompt.id) ? [] : (departmentPrompt(prompt, shared.department) ?? []),
  );
  const deleted = state.prompts.filter(({ deletedAt }) => deletedAt !== undefined);
  return {
    ...state,
    prompts: [...living, ...offered, ...deleted],
    shared: { ...shared, offered: new Set(offered.map(({ id }) => id)) },
  };
}
