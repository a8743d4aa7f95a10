/** How much of the row there is room for: all of it, one button, or a round one. Also the class it is drawn by. */
export type RowForm = 'full' | 'pill' | 'float';

/** Where the row goes, in CSS pixels of the viewport. */
export interface Place {
  readonly form: RowForm;
  /** Which of the places around the box it is; the same slot is kept while the box moves. */
  readonly slot: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** The sides of a rectangle, as `getBoundingClientRect` gives them. */
export type Sides = Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>;

const HEIGHT = 32;
const GAP = 8;
const PILL_WIDTH = 160;
/** Closer than the narrowest thing that is worth not covering. */
const STEP = 64;

/**
 * The places around a composer's box, best first: above it in full, above its right end as a pill, then round above its right
 * end, in the margin to its right or left, below its right end. Only those inside the viewport; `compact` leaves out the
 * first.
 */
export function placesAround(
  { left, top, right, bottom }: Sides,
  [viewWidth, viewHeight]: readonly [number, number],
  compact: boolean,
): Place[] {
  const above = top - HEIGHT - GAP;
  const level = bottom - HEIGHT - GAP;
  const spots: [RowForm, number, number, number][] = [
    ['full', left, above, right - left],
    ['pill', right - PILL_WIDTH, above, PILL_WIDTH],
    ['float', right - HEIGHT, above, HEIGHT],
    ['float', right + GAP, level, HEIGHT],
    ['float', left - GAP - HEIGHT, level, HEIGHT],
    ['float', right - HEIGHT, bottom + GAP, HEIGHT],
  ];
  return spots
    .map(([form, x, y, width], slot) => ({ form, slot, left: x, top: y, width }))
    .slice(+compact)
    .filter(
      (at) =>
        at.left >= 0 &&
        at.top >= 0 &&
        at.left + at.width <= viewWidth &&
        at.top + HEIGHT <= viewHeight,
    );
}

/**
 * What of the page is where the row would be, by points along its middle line: 2 a control, 1 words, 0 neither. `host` is
 * ours and never counts. Asks only whether a node has words, never which.
 */
export function whatIsAt({ left, top, width }: Place, host: Element): number {
  let most = 0;
  let seen: Element | undefined;
  const steps = Math.ceil(width / STEP);
  for (let step = 0; step <= steps; step++) {
    const on = nodeAt(left + 1 + ((width - 2) * step) / steps, top + HEIGHT / 2, host);
    // Mostly the same all along, and it may have hundreds of children.
    if (on === seen) continue;
    seen = on;
    if (on?.closest('a,button,input,textarea,select,[role=button],[contenteditable]')) return 2;
    // Most have elements only; asked for one by one, each of hundreds would cost.
    if (!on || on.childElementCount === on.childNodes.length) continue;
    for (const { nodeType, nodeValue } of on.childNodes) {
      if (nodeType === 3 && nodeValue?.trim()) most = 1;
    }
  }
  return most;
}

/** The page's topmost node at a point, ours left out. */
export function nodeAt(x: number, y: number, host: Element): Element | undefined {
  const on = document.elementFromPoint(x, y);
  if (on !== host) return on ?? undefined;
  return document.elementsFromPoint(x, y).find((node) => node !== host);
}
