import { sponsorPageSchema, type SponsorPage } from '../contract/hub/sponsor.ts';
import type { HubAnswer, HubClient } from './hub-port.ts';

/** What is known of one company: that it was asked, or what it answered. */
export type CompanyLook = { readonly state: 'asking' } | HubAnswer<SponsorPage>;

/** One look at several companies side by side. */
export interface CompanyOverview {
  /** Looks by company; a company that was never asked, or was let go, has none. */
  looks(): ReadonlyMap<string, CompanyLook>;
  /** Asks exactly these companies anew; what is held of any other is let go, and its late answers with it. */
  ask(ids: readonly string[]): Promise<void>;
}

/**
 * Asks companies for their months, each through its own client, and holds every answer under the company it was asked of,
 * however late it comes. `changed` is told after every change.
 */
export function createCompanyOverview(
  open: (id: string) => Promise<HubClient | undefined>,
  changed: () => void,
): CompanyOverview {
  let looks = new Map<string, CompanyLook>();
  let round = 0;

  function hold(asked: number, id: string, look: CompanyLook): void {
    // A later round asked anew, perhaps without this company.
    if (asked !== round) return;
    looks = new Map(looks).set(id, look);
    changed();
  }

  return {
    looks: () => looks,
    async ask(ids) {
      round += 1;
      const mine = round;
      looks = new Map(ids.map((id) => [id, { state: 'asking' }]));
      changed();
      await Promise.all(
        ids.map(async (id) => {
          const hub = await open(id);
          const answer: CompanyLook =
            hub === undefined
              ? { ok: false, trouble: { kind: 'revoked' } }
              : await hub.ask({
                  method: 'GET',
                  path: '/v1/sponsor-page',
                  answer: sponsorPageSchema,
                });
          hold(mine, id, answer);
        }),
      );
    },
  };
}
