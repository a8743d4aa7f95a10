import type { Pack, PackWorkflow } from '../lib/contract/pack.ts';
import accounting from './packs/accounting.json';
import customerSupport from './packs/customer-support.json';
import generalAffairs from './packs/general-affairs.json';
import hr from './packs/hr.json';
import management from './packs/management.json';
import marketing from './packs/marketing.json';
import purchasing from './packs/purchasing.json';
import sales from './packs/sales.json';

/**
 * The starter packs, one a department, in the order they are offered. The files are not parsed here, because that would
 * cost every start of the popup; `packs.test.ts` parses each with `packSchema` and fails the build when one does not hold,
 * which is what makes this assertion true.
 */
export const PACKS = [
  sales,
  accounting,
  hr,
  generalAffairs,
  purchasing,
  customerSupport,
  marketing,
  management,
] as readonly Pack[];

/** The pack of a department (`sales`), or undefined for an id this build does not know (`other`, a newer build's). */
export function packById(packId: string): Pack | undefined {
  return PACKS.find((pack) => pack.id === packId);
}

/** A pack's workflow with its pack, or undefined when this build does not have it. */
export function packWorkflow(
  packId: string,
  workflowId: string,
): { readonly pack: Pack; readonly workflow: PackWorkflow } | undefined {
  const pack = packById(packId);
  const workflow = pack?.workflows.find((candidate) => candidate.id === workflowId);
  return pack === undefined || workflow === undefined ? undefined : { pack, workflow };
}
