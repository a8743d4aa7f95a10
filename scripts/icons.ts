import { mkdir, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { findBrowser } from './support/find-browser.ts';

/**
 * Draws the product's mark into `public/icon`: two lines side by side, each ending in its day, one a little ahead (伴走).
 * The pictures are in the repository; run this after changing the drawing: `node scripts/run.mjs icons`.
 */

interface Runner {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Width of the line that leads to the dot. */
  readonly line: number;
}

/** On a field of 128. Smaller pictures have a heavier hand; the smallest keeps to whole pixels of 8. */
const PICTURES: readonly { readonly size: number; readonly runners: readonly Runner[] }[] = [
  {
    size: 16,
    runners: [
      { x: 88, y: 48, radius: 24, line: 16 },
      { x: 56, y: 96, radius: 16, line: 16 },
    ],
  },
  {
    size: 32,
    runners: [
      { x: 87, y: 48, radius: 23, line: 12 },
      { x: 58, y: 92, radius: 16, line: 12 },
    ],
  },
  {
    size: 48,
    runners: [
      { x: 86, y: 48, radius: 22, line: 10.7 },
      { x: 58, y: 91, radius: 15, line: 10.7 },
    ],
  },
  {
    size: 128,
    runners: [
      { x: 86, y: 48, radius: 21, line: 9 },
      { x: 59, y: 90, radius: 14, line: 9 },
    ],
  },
];

function mark(size: number, runners: readonly Runner[]): string {
  const drawn = runners.map(
    ({ x, y, radius, line }) =>
      `<path d="M0 ${y} H${x}" stroke-width="${line}"/><circle stroke="none" cx="${x}" cy="${y}" r="${radius}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 128 128">
    <clipPath id="field"><rect width="128" height="128" rx="30"/></clipPath>
    <g clip-path="url(#field)">
      <rect width="128" height="128" fill="#1c4e78"/>
      <g fill="#faf6ee" stroke="#faf6ee">${drawn.join('')}</g>
    </g>
  </svg>`;
}

const browser = await chromium.launch({
  executablePath: findBrowser() ?? '',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
await mkdir('public/icon', { recursive: true });
for (const { size, runners } of PICTURES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${mark(size, runners)}`);
  await writeFile(`public/icon/${size}.png`, await page.screenshot({ omitBackground: true }));
}
await browser.close();
