import { weekdayOf } from '../../lib/domain/day.ts';
import type { DrawnDay } from '../../lib/domain/drawn-days.ts';
import { pngOf, type Coverage } from './png.ts';

/** A department's line as a picture for mail. `width` and `height` are CSS px; the picture has twice as many. */
export interface LineImage {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

/** A capsule: a stroke with round ends, or a dot when both ends are one. All in CSS px. */
interface Shape {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly radius: number;
  /** Width of an outline; filled when absent. */
  readonly outline?: number;
}

const WIDTH = 536;
const SCALE = 2;
/** 藍 between the light theme's and the dark theme's: 3:1 and more on either paper. */
const INK = 0x3f7fb0;
const SIZES = {
  own: { height: 36, dot: 6.2, stroke: 3.6, tick: 6, thin: 1.6, point: 1.8 },
  other: { height: 22, dot: 4.2, stroke: 2.4, tick: 4, thin: 1.2, point: 1.4 },
} as const;
/** A day off takes half the room of a scheduled day. */
const OFF_ROOM = 0.5;
const SATURDAY = 6;
/** A company's departments draw each other's lines, so Monday asks for the same pictures over and over. */
const MOST_REMEMBERED = 500;
const remembered = new Map<string, LineImage>();

/**
 * Draws a department's days, oldest first (UX.md, "a dot becomes a line"): a kept day is a filled dot, kept days are
 * joined, a day off is a short tick that the line passes through, a missed day a small point in a gap, today before use an
 * open ring, a day before the line began nothing. `entering`: the line was running before the first day. The same days from the same weekday give the same bytes.
 */
export function drawLine(
  days: readonly DrawnDay[],
  options: { readonly size: 'own' | 'other'; readonly entering: boolean },
): LineImage {
  const first = days[0] && weekdayOf(days[0].day);
  const key = `${options.size} ${options.entering} ${first} ${days.map(({ state }) => state).join()}`;
  const known = remembered.get(key);
  if (known) return known;
  const drawn = draw(days, options);
  const oldest = remembered.keys().next().value;
  if (remembered.size >= MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  remembered.set(key, drawn);
  return drawn;
}

function draw(
  days: readonly DrawnDay[],
  options: { readonly size: 'own' | 'other'; readonly entering: boolean },
): LineImage {
  const size = SIZES[options.size];
  const { height } = size;
  const picture: Coverage = {
    width: WIDTH * SCALE,
    height: height * SCALE,
    values: new Float32Array(WIDTH * SCALE * height * SCALE),
  };
  for (const shape of shapesOf(days, options)) paint(picture, shape);
  return { png: pngOf(picture, INK), width: WIDTH, height };
}

function shapesOf(
  days: readonly DrawnDay[],
  { size: name, entering }: { readonly size: 'own' | 'other'; readonly entering: boolean },
): Shape[] {
  const size = SIZES[name];
  const y = size.height / 2;
  const room = days.reduce((sum, day) => sum + roomOf(day), 0);
  const step = WIDTH / Math.max(1, room);
  const shapes: Shape[] = [];
  let edge = 0;
  let at: number | undefined = entering ? 0 : undefined;
  let trailing: number | undefined;
  const join = (x: number): void => {
    if (at !== undefined) shapes.push({ from: [at, y], to: [x, y], radius: size.stroke / 2 });
    at = x;
    trailing = undefined;
  };
  const dot = (x: number, radius: number, outline?: number): void => {
    shapes.push({
      from: [x, y],
      to: [x, y],
      radius,
      ...(outline === undefined ? {} : { outline }),
    });
  };
  for (const day of days) {
    const width = step * roomOf(day);
    const x = edge + width / 2;
    edge += width;
    switch (day.state) {
      case 'kept':
      case 'selfReported':
        join(x);
        dot(x, size.dot);
        break;
      case 'off':
        shapes.push({ from: [x, y - size.tick], to: [x, y + size.tick], radius: size.thin / 2 });
        trailing = x;
        break;
      case 'open':
        dot(x, size.dot, size.thin * 1.5);
        break;
      case 'missed':
      case 'repaired':
        dot(x, size.point);
        at = undefined;
        break;
      case 'blank':
        break;
    }
  }
  // A line that ends on days off runs through them: nothing is broken there.
  if (trailing !== undefined) join(trailing);
  return shapes;
}

/** Before a line began the room is what most lines have there, so that lines under each other put each day at one place. */
function roomOf({ day, state }: DrawnDay): number {
  const isOff = state === 'blank' ? weekdayOf(day) >= SATURDAY : state === 'off';
  return isOff ? OFF_ROOM : 1;
}

/** Adds a shape, its edge blended over one pixel. */
function paint({ width, height, values }: Coverage, shape: Shape): void {
  const [x1, y1] = shape.from.map((value) => value * SCALE) as [number, number];
  const [x2, y2] = shape.to.map((value) => value * SCALE) as [number, number];
  const radius = shape.radius * SCALE;
  const lengthSquared = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const left = Math.max(0, Math.floor(Math.min(x1, x2) - radius - 1));
  const right = Math.min(width - 1, Math.ceil(Math.max(x1, x2) + radius + 1));
  const top = Math.max(0, Math.floor(Math.min(y1, y2) - radius - 1));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(y1, y2) + radius + 1));
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      const along =
        lengthSquared === 0
          ? 0
          : ((x + 0.5 - x1) * (x2 - x1) + (y + 0.5 - y1) * (y2 - y1)) / lengthSquared;
      const t = Math.min(1, Math.max(0, along));
      const distance = Math.hypot(x + 0.5 - x1 - t * (x2 - x1), y + 0.5 - y1 - t * (y2 - y1));
      const edge =
        shape.outline === undefined
          ? radius - distance
          : (shape.outline * SCALE) / 2 - Math.abs(distance - radius + (shape.outline * SCALE) / 2);
      const cover = Math.min(1, Math.max(0, edge + 0.5));
      const index = y * width + x;
      if (cover > (values[index] ?? 0)) values[index] = cover;
    }
  }
}
