import { rm } from 'node:fs/promises';
import type { SetupReply } from '../../lib/contract/hub/people.ts';
import { launchWithExtension, type LaunchedBrowser } from './browser.ts';
import { join, setClock } from './company.ts';
import { extensionWithHubAllowed } from './granted-extension.ts';
import { foundHub } from './founded-hub.ts';
import type { HubProcess } from './hub-process.ts';
import { startToolPages } from './tool-pages.ts';

/** Name of a story's company. */
export const COMPANY = 'ひなた製作所';

/** A company of one department with a real hub, whose people have a browser each; one clock for all of them. */
export interface StoryCompany {
  readonly hub: HubProcess;
  readonly departmentId: string;
  /** The links by which one comes in. */
  readonly invites: SetupReply['departments'][number]['invites'];
  /** In the order in which their names were given; the first is the champion. */
  readonly browsers: readonly LaunchedBrowser[];
  /** It is this instant everywhere, such as `2026-11-16T10:00`, on Tokyo's clock. */
  at(instant: string): Promise<void>;
  close(): Promise<void>;
}

/** Founds it at an instant on Tokyo's clock and has these people join by their links, the first as the champion. */
export async function startStoryCompany(
  founded: string,
  names: readonly string[],
): Promise<StoryCompany> {
  const instantOf = (instant: string) => `${instant}:00+09:00`;
  const [toolPages, extensionDir] = await Promise.all([
    startToolPages(),
    extensionWithHubAllowed(),
  ]);
  const { hub, departmentId, invites } = await foundHub(instantOf(founded), { company: COMPANY });
  const browsers = await Promise.all(
    names.map(() => launchWithExtension({ extensionDir, toolPages, timeZone: 'Asia/Tokyo' })),
  );
  const setClocks = (instant: string) =>
    Promise.all(browsers.map((browser) => setClock(browser, instantOf(instant))));
  const close = async () => {
    for (const browser of browsers) await browser.close();
    await hub.close();
    await toolPages.close();
    await rm(extensionDir, { recursive: true, force: true });
  };
  try {
    // What cannot be pressed is to be named, not waited for.
    for (const { context } of browsers) context.setDefaultTimeout(20_000);
    await setClocks(founded);
    await Promise.all(
      browsers.map((browser, index) =>
        join(
          browser,
          { link: index === 0 ? invites.champion : invites.member, name: names[index] ?? '' },
          COMPANY,
        ),
      ),
    );
    return {
      hub,
      departmentId,
      invites,
      browsers,
      async at(instant) {
        await hub.restart(instantOf(instant));
        await setClocks(instant);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
