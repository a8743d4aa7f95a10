import { crc32, deflateSync } from 'node:zlib';

/** A picture in one colour: how much of it covers each pixel, 0–1, row by row. */
export interface Coverage {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const LEVELS = 16;

/**
 * A PNG of one colour on a transparent ground (W3C PNG, third edition: indexed colour, 16 steps of opacity, 4 bits a
 * pixel), so that it stands on light and dark paper alike and stays under 2 KB for a line. `colour` is 24-bit RGB.
 */
export function pngOf(picture: Coverage, colour: number): Buffer {
  const { width, height, values } = picture;
  const rowBytes = Math.ceil(width / 2) + 1;
  const rows = Buffer.alloc(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const level = Math.round((values[y * width + x] ?? 0) * (LEVELS - 1));
      const at = y * rowBytes + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? level << 4 : level);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 3, 0, 0, 0], 8);
  const palette = Buffer.concat(
    Array.from({ length: LEVELS }, () =>
      Buffer.from([colour >> 16, (colour >> 8) & 0xff, colour & 0xff]),
    ),
  );
  const opacity = Buffer.from(
    Array.from({ length: LEVELS }, (_, level) => Math.round((level / (LEVELS - 1)) * 255)),
  );
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('tRNS', opacity),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
