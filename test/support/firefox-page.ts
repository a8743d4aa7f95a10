import type { Bidi } from './bidi.ts';

/** Keys without a character, as WebDriver writes them. */
export const KEYS = {
  Alt: '\uE00A',
  Control: '\uE009',
  Enter: '\uE007',
  Escape: '\uE00C',
  Shift: '\uE008',
} as const;

/** A tab of Firefox. */
export interface FirefoxPage {
  goto(url: string): Promise<void>;
  /** Runs a function in the page's own world. Arguments and answer are JSON. */
  run<Answer, Given extends readonly unknown[]>(
    body: (...args: Given) => Answer,
    ...args: Given
  ): Promise<Awaited<Answer>>;
  /** Runs one with the extension's closed root as its argument; undefined while nothing of ours is in the page. */
  inRoot<Answer>(body: (root: ShadowRoot) => Answer): Promise<Awaited<Answer> | undefined>;
  /** Presses keys together, as real input. */
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Presses a key that writes nothing once a second, so many times. */
  stay(seconds: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  close(): Promise<void>;
}

interface RemoteNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly children?: readonly RemoteNode[];
    readonly shadowRoot?: RemoteNode | null;
    readonly mode?: string;
  };
}

type CallResult =
  | { readonly type: 'success'; readonly result: RemoteNode & { readonly value?: unknown } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

const down = (value: string) => ({ type: 'keyDown', value });
const up = (value: string) => ({ type: 'keyUp', value });

/** A tab by its BiDi context. */
export function firefoxPage(bidi: Bidi, context: string): FirefoxPage {
  async function call(functionDeclaration: string, args: readonly object[], extra = {}) {
    const answer = await bidi.send<CallResult>('script.callFunction', {
      functionDeclaration,
      arguments: args,
      target: { context },
      awaitPromise: true,
      ...extra,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result;
  }

  async function callJson(body: string, args: readonly object[]) {
    const { value } = await call(
      `async (...given) => JSON.stringify(await (${body})(...given))`,
      args,
    );
    return typeof value === 'string' ? JSON.parse(value) : undefined;
  }

  const keyActions = (actions: readonly object[]) =>
    bidi.send('input.performActions', {
      context,
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });

  return {
    async goto(url) {
      await bidi.send('browsingContext.navigate', {
        context,
        url,
        // A page of the extension never reports that it is complete.
        wait: url.startsWith('moz-extension:') ? 'none' : 'complete',
      });
    },
    run: (body, ...args) =>
      callJson(`async (given) => (${String(body)})(...JSON.parse(given))`, [
        { type: 'string', value: JSON.stringify(args) },
      ]),
    async inRoot(body) {
      const html = await call('() => document.documentElement', [], {
        serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
      });
      const root = html.value?.children
        ?.map((node) => node.value?.shadowRoot)
        .find((shadow) => shadow?.value?.mode === 'closed');
      if (root?.sharedId === undefined) return undefined;
      return callJson(String(body), [{ sharedId: root.sharedId }]);
    },
    async press(...keys) {
      await keyActions([...keys.map(down), ...keys.toReversed().map(up)]);
    },
    async type(text) {
      await keyActions([...text].flatMap((key) => [down(key), up(key)]));
    },
    async stay(seconds) {
      const each = [down(KEYS.Shift), up(KEYS.Shift), { type: 'pause', duration: 1000 }];
      await keyActions(Array.from({ length: seconds }, () => each).flat());
    },
    async click(x, y) {
      const actions = [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await bidi.send('input.performActions', {
        context,
        actions: [{ type: 'pointer', id: 'mouse', actions }],
      });
    },
    async close() {
      await bidi.send('browsingContext.close', { context });
    },
  };
}
