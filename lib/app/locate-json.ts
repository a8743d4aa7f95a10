/** Where something stands in a text, both counted from 1 as editors do. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Keys and indexes from the root of a JSON text. */
export type JsonPath = readonly PropertyKey[];

/** Where a text stops being JSON; undefined when all of it is JSON. `JSON.parse` names the place only in some browsers. */
export function placeOfSyntaxError(text: string): TextPlace | undefined {
  const fault = scanJson(text, () => {});
  return fault === undefined ? undefined : placeAt(text, fault);
}

/**
 * Where the value at a path stands in a text that is JSON; for a path that leads nowhere, the nearest value around it. Of
 * a key that is there twice the later one, which is the one `JSON.parse` takes.
 */
export function placeOfPath(text: string, path: JsonPath): TextPlace {
  let best = 0;
  let bestDepth = 0;
  scanJson(text, (stack, offset) => {
    if (stack.length < bestDepth || stack.length > path.length) return;
    if (stack.every(({ at }, depth) => at === path[depth])) {
      best = offset;
      bestDepth = stack.length;
    }
  });
  return placeAt(text, best);
}

/** A bracket that is open: which, and the key or index of the value at hand. */
interface Open {
  readonly close: '}' | ']';
  at: string | number;
}

type Expected = 'value' | 'valueOrClose' | 'key' | 'keyOrClose' | 'colon' | 'commaOrClose' | 'end';

const SPACE = /[\t\n\r ]*/y;
const NUMBER_OR_WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Walks a JSON text without recursion, because a hostile one is nested a million deep. Calls `seen` at each value with the
 * brackets around it. Returns the offset of the first fault.
 */
function scanJson(
  text: string,
  seen: (stack: readonly Open[], offset: number) => void,
): number | undefined {
  const stack: Open[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  const afterValue = (): Expected => (stack.length === 0 ? 'end' : 'commaOrClose');

  for (;;) {
    offset = endOf(SPACE, text, offset) ?? offset;
    const open = stack.at(-1);
    const char = text[offset];
    if (char === undefined) return expected === 'end' ? undefined : offset;

    if (char === open?.close && expected.endsWith('Close')) {
      stack.pop();
      offset += 1;
      expected = afterValue();
    } else if (expected === 'value' || expected === 'valueOrClose') {
      seen(stack, offset);
      if (char === '{' || char === '[') {
        stack.push(char === '{' ? { close: '}', at: '' } : { close: ']', at: 0 });
        expected = char === '{' ? 'keyOrClose' : 'valueOrClose';
        offset += 1;
      } else {
        const end = char === '"' ? scanString(text, offset) : endOf(NUMBER_OR_WORD, text, offset);
        if (end === undefined || end < 0) return end === undefined ? offset : -end;
        offset = end;
        expected = afterValue();
      }
    } else if (open !== undefined && (expected === 'key' || expected === 'keyOrClose')) {
      const end = char === '"' ? scanString(text, offset) : -offset;
      if (end < 0 || char !== '"') return Math.abs(end);
      open.at = JSON.parse(text.slice(offset, end)) as string;
      offset = end;
      expected = 'colon';
    } else if (expected === 'colon' && char === ':') {
      offset += 1;
      expected = 'value';
    } else if (open !== undefined && expected === 'commaOrClose' && char === ',') {
      offset += 1;
      expected = open.close === '}' ? 'key' : 'value';
      if (typeof open.at === 'number') open.at += 1;
    } else {
      return offset;
    }
  }
}

const HEX4 = /[\da-fA-F]{4}/y;

/** The offset after a string that begins at `start`, or the negative offset of its first fault. */
function scanString(text: string, start: number): number {
  let offset = start + 1;
  for (;;) {
    const char = text[offset];
    if (char === '"') return offset + 1;
    if (char === undefined || char < ' ') return -offset;
    if (char !== '\\') {
      offset += 1;
    } else if (text[offset + 1] === 'u') {
      const end = endOf(HEX4, text, offset + 2);
      if (end === undefined) return -offset;
      offset = end;
    } else if ('"\\/bfnrt'.includes(text[offset + 1] ?? ' ')) {
      offset += 2;
    } else {
      return -offset;
    }
  }
}

function endOf(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}
