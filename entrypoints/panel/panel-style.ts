import paletteCss from '../../components/suggestions/palette.css?inline';
import tokensCss from '../../components/ui/tokens.css?inline';
import uiCss from '../../components/ui/ui.css?inline';
import baseCss from '../../components/ui/base.css?inline';

/** What the palette adds to the root of the row while it is open: above everything, and the row out of the way. */
const WHILE_OPEN = ':host{z-index:2147483647!important}.r{display:none!important}';

/**
 * The product's styles for a shadow root: `:root` and `html` become the host and the palette's place. `rem` becomes pixels,
 * because in a page it would be the page's own idea of a letter.
 */
function inShadow(css: string): string {
  return css
    .replaceAll(/@import[^;]*;/g, '')
    .replaceAll(':root', ':host')
    .replaceAll(/(?<=[\s:(,-])(\d*\.?\d+)rem\b/g, (_, size: string) => `${Number(size) * 16}px`);
}

let sheet: CSSStyleSheet | undefined;

/** One sheet for every opening. */
export function panelSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync([tokensCss, baseCss, uiCss, paletteCss].map(inShadow).join('\n'));
  }
  return sheet;
}

let openSheet: CSSStyleSheet | undefined;

/** In force only while the palette is open. */
export function whileOpenSheet(): CSSStyleSheet {
  if (!openSheet) {
    openSheet = new CSSStyleSheet();
    openSheet.replaceSync(WHILE_OPEN);
  }
  return openSheet;
}
