import type { HelloReply, LibraryReply, PageMessage } from '../../lib/contract/page-messages.ts';
import type { ToolAdapter } from '../../lib/sites/adapter.ts';
import type { Ground } from '../launcher/ground.ts';

/** What the launcher hands to the palette. Both live in the extension's own world, which the page cannot see. */
export interface PanelHost {
  /** The one host on `<html>` and its closed root. */
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  /** Inside the root, what no search of the page enters; the palette draws there, beside the row. */
  readonly cover: HTMLElement;
  readonly hello: HelloReply;
  readonly adapter: ToolAdapter;
  /** Asks the background; undefined when nobody answers. */
  readonly ask: <Reply>(message: PageMessage) => Promise<Reply | undefined>;
  /** Whether the row shows its suggestions; what is not taken of them was then passed over. */
  readonly isFull: boolean;
  /** What the page is drawn on around its composer. */
  readonly ground: Ground;
  /** Where an IME conversion was open when the palette was asked for; no event will tell of its start again. */
  readonly composingIn: Element | undefined;
}

/** The palette as the launcher knows it; `panel.js` leaves it in its world's global scope. */
export interface Panel {
  /**
   * Opens with the cursor in the search, or at a prompt's fields; one that has none is inserted at once. `library` was asked for
   * while the palette was still being loaded. Closes when it is open.
   */
  open(host: PanelHost, library: Promise<LibraryReply | undefined>, promptId?: string): void;
  /** Asks whether the row is folded away for today or for good. */
  askToFold(host: PanelHost): void;
  /** Repeats an event that was aimed at the host inside it, where the page cannot hear it. */
  repeatInside(event: Event): void;
}

declare global {
  var bansoPanel: Panel | undefined;
}
