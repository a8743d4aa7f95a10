/** Listeners that come and go together, all in the capture phase. */
export interface Listeners {
  /** Adds one for each of the types, which stand in one string with spaces between. */
  add(target: EventTarget, types: string, listener: (event: never) => void): void;
  removeAll(): void;
}

/**
 * A list and not an `AbortSignal`: at the start of a page a signal costs as much again as its listener. `passive` tells the browser
 * that none of them prevents anything, so that scrolling does not wait for them.
 */
export function createListeners(passive = false): Listeners {
  const options = { capture: true, passive };
  const added: (() => void)[] = [];
  return {
    add(target, types, listener) {
      for (const type of types.split(' ')) {
        target.addEventListener(type, listener as EventListener, options);
        added.push(() => target.removeEventListener(type, listener as EventListener, options));
      }
    },
    removeAll() {
      for (const remove of added.splice(0)) remove();
    },
  };
}
