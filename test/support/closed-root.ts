import type { CDPSession, Page } from '@playwright/test';

interface DomNode {
  readonly nodeName: string;
  readonly backendNodeId: number;
  readonly shadowRootType?: string;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

/** What a test may ask of the row and the palette, which live behind a closed root that no page can open. */
export interface ClosedRoot {
  /** Runs a function with the root as `this`; undefined while nothing of ours is in the page. Arguments and answer are JSON. */
  run<Answer>(
    body: (this: ShadowRoot, ...args: never[]) => Answer,
    ...args: readonly unknown[]
  ): Promise<Answer | undefined>;
}

/** Opens the closed root of the extension's host with the debugger's eyes, anew at every call, as hosts come and go. */
export async function closedRoot(page: Page): Promise<ClosedRoot> {
  const session: CDPSession = await page.context().newCDPSession(page);
  return {
    async run(body, ...args) {
      const { root } = (await session.send('DOM.getDocument', { depth: 2, pierce: true })) as {
        root: DomNode;
      };
      const html = root.children?.find((node) => node.nodeName === 'HTML');
      const closed = html?.children
        ?.flatMap((node) => node.shadowRoots ?? [])
        .find((shadow) => shadow.shadowRootType === 'closed');
      if (!closed) return undefined;
      const { object } = await session.send('DOM.resolveNode', {
        backendNodeId: closed.backendNodeId,
      });
      const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
        functionDeclaration: String(body),
        objectId: object.objectId ?? '',
        arguments: args.map((value) => ({ value })),
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'failed');
      return result.value;
    },
  };
}
