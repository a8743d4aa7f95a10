import type { Sides } from '../launcher/row-place.ts';

/** Where the palette goes, in CSS pixels of the viewport; `bottom` is the distance from the viewport's lower edge. */
export interface PanelPlace {
  readonly left: number;
  readonly width: number;
  readonly maxHeight: number;
  readonly top?: number | undefined;
  readonly bottom?: number | undefined;
}

const WIDEST = 720;
const TALLEST = 520;
const LEAST_ABOVE = 380;
const MARGIN = 8;

/**
 * Above the composer's box and growing upwards when there is room, so that the draft stays in sight; else in the
 * middle of the viewport, as without a box. Never wider or taller than the viewport.
 */
export function placePanel(
  box: Sides | undefined,
  viewport: { readonly width: number; readonly height: number },
): PanelPlace {
  const width = Math.min(WIDEST, viewport.width - 2 * MARGIN);
  const middle = box ? (box.left + box.right) / 2 : viewport.width / 2;
  const left = Math.round(
    Math.min(Math.max(MARGIN, middle - width / 2), viewport.width - width - MARGIN),
  );
  const shape = { left, width };
  const above = (box?.top ?? 0) - 2 * MARGIN;
  if (box && above >= LEAST_ABOVE) {
    return {
      ...shape,
      bottom: Math.round(viewport.height - box.top + MARGIN),
      maxHeight: Math.min(TALLEST, above),
    };
  }
  const maxHeight = Math.min(TALLEST, viewport.height - 2 * MARGIN);
  return { ...shape, top: Math.round((viewport.height - maxHeight) / 2), maxHeight };
}
