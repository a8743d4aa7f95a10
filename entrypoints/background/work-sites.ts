import type { Runtime } from 'webextension-polyfill';
import { HOLIDAYS } from '../../content/holidays.ts';
import { chipFor, keepChip, type WorkSiteDeps } from '../../lib/app/answer-work-site.ts';
import { parseHeld } from '../../lib/app/held.ts';
import { parseStored } from '../../lib/contract/envelope.ts';
import { teamItem } from '../../lib/contract/team.ts';
import { workMessageSchema } from '../../lib/contract/work-messages.ts';
import { browser } from '../../lib/platform/browser.ts';
import { serveSites } from '../../lib/platform/site-access.ts';
import { toolAtOrigin } from '../../lib/sites/registry.ts';
import type { Background } from './background.ts';
import { createRefresh } from './refresh-loop.ts';

/** The chip's side of the background. */
export interface WorkSites {
  /** Brings scripts and grants in step with the registered workflows. Safe to call at any time, any number of times. */
  refresh(): Promise<void>;
  /** Answers a page of a registered work site. */
  answer(message: unknown, site: string): Promise<unknown>;
}

/** Puts the chip's parts together over the browser. */
export function createWorkSites({ local, clock, queue, opening }: Background): WorkSites {
  const deps: WorkSiteDeps = { ...opening, holidays: HOLIDAYS, languages: navigator.languages };

  async function bringInStep(): Promise<void> {
    const raw = await local.read();
    const { workflows } = parseHeld(raw, clock.now());
    const living = workflows.filter(({ deletedAt }) => deletedAt === undefined);
    const sites = [...new Set(living.flatMap(({ site }) => site ?? []))].filter(
      (site) => toolAtOrigin(site) === undefined,
    );
    const team = parseStored(teamItem, raw[teamItem.key]);
    // A company that cannot be read may still be ours, and its host must not be given back.
    if (team.state === 'unreadable' || team.state === 'newer') return;
    await serveSites(sites, team.state === 'read' ? team.value?.hubUrl : undefined);
  }

  return {
    refresh: createRefresh(bringInStep),
    async answer(raw, site) {
      const { data } = workMessageSchema.safeParse(raw);
      if (data === undefined) return undefined;
      return data.type === 'workHello'
        ? queue(() => chipFor(deps, site))
        : queue(() => keepChip(deps, data, site));
    },
  };
}

/**
 * The site a message came from: our own script in the top frame of a page that is no tool's. The origin is the browser's word,
 * not the message's; whether work is registered there is for the answer to find out.
 */
export function workSite(sender: Runtime.MessageSender): string | undefined {
  if (sender.id !== browser.runtime.id || sender.frameId !== 0 || sender.tab === undefined)
    return undefined;
  if (sender.url === undefined || !URL.canParse(sender.url)) return undefined;
  const { origin, protocol } = new URL(sender.url);
  return /^https?:$/.test(protocol) ? origin : undefined;
}
