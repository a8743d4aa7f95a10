import { TOOLS, type Tool } from '../sites/registry.ts';
import { browser } from './browser.ts';

const hostOf = (tool: Tool): string => `${tool.origin}/*`;

/**
 * Tells which tools' pages the browser keeps us out of, at once and after every change. The hosts are granted at installation, but in
 * Firefox (an option of the install prompt, the extensions button) and in Chromium ("on click") the person can take them back at any
 * time, and then nothing of ours runs there. Tells nothing when the browser does not answer.
 */
export function followToolAccess(told: (closed: readonly Tool[]) => void): void {
  const look = async (): Promise<void> => {
    const granted = await Promise.all(
      TOOLS.map((tool) => browser.permissions.contains({ origins: [hostOf(tool)] })),
    );
    told(TOOLS.filter((_, index) => granted[index] === false));
  };
  const lookAgain = (): void => void look().catch(() => {});
  browser.permissions.onAdded.addListener(lookAgain);
  browser.permissions.onRemoved.addListener(lookAgain);
  lookAgain();
}

/** Asks the person for all tools' pages. Call it first thing in the handler of a press, or the browser refuses. Never rejects. */
export async function askForTools(): Promise<void> {
  try {
    await browser.permissions.request({ origins: TOOLS.map(hostOf) });
  } catch {
    // The question could not be asked; what the person sees stays as it is.
  }
}
