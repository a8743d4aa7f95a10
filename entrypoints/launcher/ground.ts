/** What a page is drawn on around a node. */
export interface Ground {
  /** As CSS writes it. */
  readonly colour: string;
  readonly isDark: boolean;
}

/** Of a page that says nothing about it. */
export const WHITE: Ground = { colour: '#fff', isDark: false };

/**
 * The first opaque background behind a node and whether it is dark, by its luminance: site class names change, this does not
 * (COMPOSER §7). A page without any counts as white.
 */
export function groundBehind(node: Element | null): Ground {
  for (let at = node; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    const luminance = luminanceOf(colour);
    if (luminance !== undefined) return { colour, isDark: luminance < 0.4 };
  }
  return WHITE;
}

/** 0 (black) to 1 (white) of a CSS colour as the browser computes it; undefined when it lets through. */
export function luminanceOf(colour: string): number | undefined {
  const [first = 0, second = 0, third = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (alpha < 0.9) return undefined;
  // oklch, oklab, lab and lch lead with lightness; the others are three lights.
  const light = /^(ok)?l/.test(colour) ? first : 0.21 * first + 0.72 * second + 0.07 * third;
  const most = colour.startsWith('rgb') ? 255 : colour.startsWith('l') ? 100 : 1;
  return light / most;
}
