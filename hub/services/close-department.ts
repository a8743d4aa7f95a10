import type { Hub } from '../hub.ts';
import type { Authorized } from './authorize.ts';
import { requireDepartment } from './manage-organisation.ts';
import { Refusal } from './refusal.ts';

/**
 * Closes a department that nobody belongs to any more (docs/adr/0023-closing-a-department.md). Refuses with `conflict` while
 * somebody does, and with `notFound` one that is not there or closed already.
 */
export async function closeDepartment(
  hub: Hub,
  { caller }: Authorized<'manageOrganisation'>,
  departmentId: string,
): Promise<void> {
  const { organisationId } = caller;
  await requireDepartment(hub, organisationId, departmentId);
  const isClosed = await hub.closing.close(
    { organisationId, departmentId },
    { now: hub.clock.now(), advisorsTo: caller.departmentId },
  );
  if (!isClosed) {
    throw new Refusal(
      'conflict',
      'Somebody belongs to this department. Move everybody to another department first.',
    );
  }
}
