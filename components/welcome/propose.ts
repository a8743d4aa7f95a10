import type { PackOutline, PackWorkflowOutline } from '../../lib/contract/pack.ts';
import type { Rhythm } from '../../lib/domain/workflow.ts';

const SHOWN = 3;
/** How soon work comes round, sooner first: a habit needs occasions. */
const SOONEST: readonly Rhythm['kind'][] = [
  'everyWorkday',
  'weekdays',
  'onDemand',
  'monthlyDay',
  'monthlyLastWorkday',
];

/**
 * The three workflows of a pack to begin with: those with a prompt for a first step, then those that come round soonest;
 * the pack's order otherwise. Fewer when the pack has fewer.
 */
export function proposeWorkflows(pack: PackOutline): readonly PackWorkflowOutline[] {
  return pack.workflows
    .toSorted(
      (a, b) =>
        Number(hasFirstStep(b)) - Number(hasFirstStep(a)) ||
        SOONEST.indexOf(a.rhythm.kind) - SOONEST.indexOf(b.rhythm.kind),
    )
    .slice(0, SHOWN);
}

function hasFirstStep({ prompts }: PackWorkflowOutline): boolean {
  return prompts.some(({ level }) => level === 'first');
}
