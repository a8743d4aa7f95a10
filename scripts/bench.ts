/**
 * Measures every bound and prints a table; ends with an error when one is broken.
 *
 *   npm run bench                 all, on a fresh production build
 *   npm run bench -- launcher     only the benchmarks whose name contains a word
 *   npm run bench -- large        the ones that take long; they run only when they are named
 *   npm run bench -- --write      all, and docs/benchmarks.md is written anew; with words, the rows of the others stay
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Figure } from '../test/bench/support/figures.ts';
import { ensureBrowser } from './support/ensure-browser.ts';

const FOLDER = 'test/bench';
const DOCUMENT = 'docs/benchmarks.md';
const START = '<!-- figures -->';
const END = '<!-- /figures -->';

const args = process.argv.slice(2);
const words = args.filter((arg) => !arg.startsWith('--'));
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) =>
    words.length === 0 ? !name.includes('-large') : words.some((word) => name.includes(word)),
  );
const browser = ensureBrowser();
if (files.some((name) => !name.startsWith('hub-'))) {
  execFileSync('wxt', ['build'], { stdio: 'inherit' });
}

const figures: Figure[] = [];
for (const file of files) {
  console.log(`— ${file}`);
  const bench = (await import(`../${FOLDER}/${file}`)) as { run(): Promise<Figure[]> };
  figures.push(...(await bench.run()));
}

const rows = figures.map((figure) => [
  figure.name,
  format(figure),
  boundOf(figure),
  String(figure.rounds),
]);
console.log(`\n${tableOf(rows)}`);

if (args.includes('--write')) {
  const version = execFileSync(browser, ['--version'], { encoding: 'utf8' }).trim();
  const cores = cpus();
  const machine = `${cores.length} cores (${cores[0]?.model.trim() ?? 'unknown'}), ${version}, ${new Date().toISOString().slice(0, 10)}`;
  const text = readFileSync(DOCUMENT, 'utf8');
  const before = text.slice(0, text.indexOf(START) + START.length);
  const after = text.slice(text.indexOf(END));
  const table = tableOf(words.length === 0 ? rows : amended(rowsOf(text), rows));
  writeFileSync(DOCUMENT, `${before}\n\n${machine}\n\n${table}\n\n${after}`);
  execFileSync('oxfmt', [DOCUMENT]);
}

const broken = figures.filter(
  ({ value, bound = Infinity, atLeast = -Infinity }) => !(value <= bound && value >= atLeast),
);
for (const figure of broken)
  console.error(`Not within its bound: ${figure.name}: ${format(figure)}`);
process.exitCode = broken.length === 0 ? 0 : 1;

function tableOf(figureRows: readonly (readonly string[])[]): string {
  return [['figure', 'measured', 'bound', 'rounds'], ['---', '---', '---', '---'], ...figureRows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

/** The rows of a document's table, without its head. */
function rowsOf(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** The rows that stood there, each with its new figure if there is one, and the new ones after them. */
function amended(held: readonly string[][], taken: readonly string[][]): string[][] {
  return [...new Map([...held, ...taken].map((row) => [row[0], row])).values()];
}

function format(figure: Figure): string {
  return `${figure.value.toFixed(figure.value < 10 ? 2 : 0)} ${unit(figure)}`.trim();
}

function boundOf(figure: Figure): string {
  if (figure.atLeast !== undefined) return `≥ ${figure.atLeast} ${unit(figure)}`.trim();
  return figure.bound === undefined ? '–' : `≤ ${figure.bound} ${unit(figure)}`;
}

function unit(figure: Figure): string {
  return figure.unit === 'count' || figure.unit === 'ratio' ? '' : figure.unit;
}
