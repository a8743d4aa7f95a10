import type { Action } from 'webextension-polyfill';
import type { ToolbarState } from '../../lib/app/toolbar-state.ts';

/**
 * 藍, between the two tones of the tokens: at least 3:1 against the toolbars of light and of dark browsers, whose
 * colour an extension cannot ask for. Shape carries the meaning.
 */
const INK = '#3f86bb';
/** Sizes in pixels; browsers take what fits the screen. */
const SIZES = [16, 32, 48] as const;

/** The icon in all sizes: the line comes in from the left and ends in today. */
export function drawIcon(state: ToolbarState): Record<string, Action.ImageDataType> {
  // The polyfill's type brands what browsers take as it is.
  const drawn = SIZES.map((size) => [size, drawAt(state, size) as Action.ImageDataType] as const);
  return Object.fromEntries(drawn);
}

function drawAt(state: ToolbarState, size: number): ImageData {
  const context = new OffscreenCanvas(size, size).getContext('2d');
  if (context === null) throw new Error('no 2d context');
  // Drawn on a grid of 16, so that every stroke falls on whole pixels at 16.
  context.scale(size / 16, size / 16);
  context.fillStyle = context.strokeStyle = INK;
  context.lineCap = 'butt';
  context.lineWidth = 2;
  if (state === 'off') {
    stroke(context, [0, 8, 16, 8]);
    stroke(context, [8, 4, 8, 12]);
  } else {
    stroke(context, [0, 8, 5, 8]);
    context.beginPath();
    context.arc(10, 8, state === 'used' ? 6 : 5, 0, 2 * Math.PI);
    if (state === 'used') context.fill();
    else context.stroke();
  }
  return context.getImageData(0, 0, size, size);
}

function stroke(
  context: OffscreenCanvasRenderingContext2D,
  [fromX, fromY, toX, toY]: readonly [number, number, number, number],
): void {
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.lineTo(toX, toY);
  context.stroke();
}
