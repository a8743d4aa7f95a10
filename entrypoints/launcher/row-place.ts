/** How much of the row there is room for: all of it, one button above the composer, or a round one beside it. */
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
export interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const ROW_HEIGHT = 32;
const GAP = 8;
const PILL_WIDTH = 150;

/**
 * The places to try around a composer's box, best first: above it, above its right end, in the margin to its right or left,
 * below its right end. Only those inside the viewport; empty when there is none.
 */
export function placesAround(
  box: Sides,
  viewport: { width: number; height: number },
  compact: boolean,
): Place[] {
  const above = box.top - ROW_HEIGHT - GAP;
  const level = box.bottom - ROW_HEIGHT - GAP;
  const side = ROW_HEIGHT;
  const places: Omit<Place, 'slot'>[] = [
    { form: 'pill', left: box.right - PILL_WIDTH, top: above, width: PILL_WIDTH },
    { form: 'float', left: box.right - side, top: above, width: side },
    { form: 'float', left: box.right + GAP, top: level, width: side },
    { form: 'float', left: box.left - GAP - side, top: level, width: side },
    { form: 'float', left: box.right - side, top: box.bottom + GAP, width: side },
  ];
  const full = { form: 'full', left: box.left, top: above, width: box.right - box.left } as const;
  const all = (compact ? places : [full, ...places]).map((each) => ({
    ...each,
    slot: places.indexOf(each),
  }));
  return all.filter(
    ({ left, top, width }) =>
      left >= 0 &&
      top >= 0 &&
      left + width <= viewport.width &&
      top + ROW_HEIGHT <= viewport.height,
  );
}

const CONTROLS =
  'a,button,input,textarea,select,[role=button],[role=link],[role=tab],[contenteditable]';

/**
 * Whether something of the page that is pressed, or read, is where the row would be. Looks at points along its middle line; `host` is
 * ours and never counts. Only asks whether a node has words, never which.
 */
export function isTaken({ left, top, width }: Place, host: Element): boolean {
  const step = width / Math.max(2, Math.round(width / 60));
  for (let x = left + 2; x < left + width; x += step) {
    const [on] = document
      .elementsFromPoint(x, top + ROW_HEIGHT / 2)
      .filter((node) => node !== host);
    if (on?.closest(CONTROLS)) return true;
    for (const node of on?.childNodes ?? [])
      if (node.nodeType === 3 && /\S/.test(node.nodeValue!)) return true;
  }
  return false;
}
