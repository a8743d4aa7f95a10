/** What a page is drawn on around a node. */
export interface Ground {
  /** As CSS writes it. */
  readonly colour: string;
  readonly isDark: boolean;
}

/**
 * The first opaque background behind a node and whether it is dark, by its luminance: site class names change, this does not
 * (COMPOSER §7). A page without any is as the browser draws it.
 */
export function groundBehind(node: Element | null): Ground {
  for (let at = node; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    const luminance = luminanceOf(colour);
    if (luminance !== undefined) return { colour, isDark: luminance < 0.4 };
  }
  return {
    colour: 'Canvas',
    isDark: getComputedStyle(document.documentElement).colorScheme === 'dark',
  };
}

/** 0 (black) to 1 (white) of an opaque CSS colour as the browser computes it; undefined when it lets through. */
export function luminanceOf(colour: string): number | undefined {
  const numbers = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  const [first = 0, second = 0, third = 0, alpha = 1] = numbers;
  if (numbers.length < 3 || alpha < 0.9) return undefined;
  // oklch, oklab, lab and lch lead with lightness; rgb and color(srgb …) do not.
  if (/^(ok)?l/.test(colour)) return first / (first > 1 ? 100 : 1);
  const scale = colour.startsWith('rgb') ? 255 : 1;
  return (0.2126 * first + 0.7152 * second + 0.0722 * third) / scale;
}
