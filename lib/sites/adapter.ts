/** One way to find something on a tool's page. */
export interface Selector {
  /** Stable name for health counts: lower-case letters, digits and dashes. */
  readonly id: string;
  readonly css: string;
  /** Which of the site's layouts it is for. */
  readonly layout: string;
  /** The day it was last known to hold, `YYYY-MM-DD`. Not opened by us unless docs/adr says so: public sources. */
  readonly seen: string;
}

/**
 * What Banso knows of one tool's page, as data, so that a renamed hook is a one-line change. Lists are ordered: the first
 * that leads to a usable node wins. Old layouts stay for months, because sites serve two at once.
 */
export interface ToolAdapter {
  /** Where a prompt is written. */
  readonly editors: readonly Selector[];
  /** The visible frame around the editor and its buttons, to which the row is anchored. */
  readonly boxes: readonly Selector[];
  /** The control that sends, while it can. */
  readonly sends: readonly Selector[];
  /** The control that stops an answer: a sign that a prompt was started. */
  readonly stops: readonly Selector[];
  /** What looks like a composer and is none: twins, code panes, messages being edited. Nothing inside is ever used. */
  readonly decoys: readonly Selector[];
  /** Path of an open conversation. The path is only compared, never kept. */
  readonly conversationPath: RegExp;
}

/**
 * Name for health counts of the first of a list that is `there`, by default on the page now: `send:unified`; `send:none` when none of
 * them is.
 */
export function healthName(
  kind: 'box' | 'send' | 'stop',
  selectors: readonly Selector[],
  there: (css: string) => unknown = (css) => document.querySelector(css),
): string {
  return `${kind}:${selectors.find(({ css }) => there(css))?.id ?? 'none'}`;
}

/** All of a list as one CSS selector; for an empty list, one that matches nothing. */
export function anyOf(selectors: readonly Selector[]): string {
  return selectors.map(({ css }) => css).join() || ':not(*)';
}
