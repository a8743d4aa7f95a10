import { randomUUID } from 'node:crypto';
import type { NewNote, Note, NoteAct } from '../../lib/contract/hub/sharing.ts';
import type { Hub } from '../hub.ts';
import type { Member } from '../repositories/people.ts';
import type { SharedDraft } from '../repositories/shared.ts';
import type { StoredNote } from '../repositories/shared-notes.ts';
import { authorize, type Authorized } from './authorize.ts';
import { requireDepartment } from './manage-organisation.ts';
import { Refusal } from './refusal.ts';
import { noteView } from './shared-views.ts';

/** Publishes what is new in a tool this month. A second note on the same tool and month is a `conflict`. */
export async function publishNote(
  hub: Hub,
  { caller, departmentId }: Authorized<'adviseDepartment'>,
  request: NewNote,
): Promise<Note> {
  const { id = randomUUID(), departmentId: _, asksReview, tool, month, ...text } = request;
  await requireDepartment(hub, caller.organisationId, departmentId);
  const stored: StoredNote = {
    id,
    departmentId,
    memberId: caller.id,
    writtenBy: roleOf(caller),
    state: 'published',
    tool,
    month,
    text,
    asksReview,
    publishedAt: hub.clock.now(),
  };
  return hub.shared.change(caller.organisationId, async (draft) => {
    const held = await draft.note(id);
    // Sent again after a lost answer.
    if (held?.memberId === caller.id && held.state === 'published') return view(held);
    const other = await draft.noteOfMonth(departmentId, stored);
    if (held !== undefined || other !== undefined) {
      throw new Refusal('conflict', 'There is a note on this tool this month already. Change it.');
    }
    await requirePrompt(draft, departmentId, text.promptId);
    await draft.putNote(stored);
    return view(stored);
  });
}

/** Changes a note, or takes it back; for those who may publish one. */
export async function actOnNote(
  hub: Hub,
  caller: Member,
  { id, act }: { readonly id: string; readonly act: NoteAct },
): Promise<void> {
  await hub.shared.change(caller.organisationId, async (draft) => {
    const held = await draft.note(id);
    if (held === undefined) throw new Refusal('notFound', 'There is no such note.');
    const { departmentId } = authorize(caller, {
      do: 'adviseDepartment',
      departmentId: held.departmentId,
    });
    if (held.state === 'withdrawn') throw new Refusal('notFound', 'There is no such note.');
    if (act.do === 'change') await requirePrompt(draft, departmentId, act.note.promptId);
    const next: StoredNote =
      act.do === 'change'
        ? { ...held, text: act.note }
        : { ...held, state: 'withdrawn', text: undefined };
    await draft.putNote(next);
  });
}

async function requirePrompt(
  draft: SharedDraft,
  departmentId: string,
  promptId: string | undefined,
): Promise<void> {
  if (promptId === undefined) return;
  const prompt = await draft.prompt(promptId);
  if (prompt?.departmentId === departmentId && prompt.review.state === 'inUse') return;
  throw new Refusal('invalid', 'The department has no such prompt in use.', { field: 'promptId' });
}

/** Champions of other departments are members here, but then they may not publish either. */
function roleOf({ role }: Member): StoredNote['writtenBy'] {
  return role === 'member' ? 'champion' : role;
}

function view(stored: StoredNote): Note {
  const seen = noteView(stored);
  if (seen === undefined) throw new Refusal('notFound', 'There is no such note.');
  return seen;
}
