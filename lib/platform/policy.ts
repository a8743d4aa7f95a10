import { teamPolicySchema, type TeamPolicy } from '../contract/policy.ts';
import { browser } from './browser.ts';

/** What the company's IT has set (`public/managed-schema.json`). Empty without a policy, which Firefox reports by rejecting. */
export async function readPolicy(): Promise<TeamPolicy> {
  try {
    return teamPolicySchema.parse(await browser.storage.managed.get());
  } catch {
    return {};
  }
}
