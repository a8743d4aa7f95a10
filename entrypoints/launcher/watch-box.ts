import type { ToolAdapter } from '../../lib/sites/adapter.ts';
import {
  findComposer,
  isUsableEditor,
  type ComposerSearch,
} from '../../lib/sites/find-composer.ts';
import { afterPaint } from './when-calm.ts';

/** A composer that was found. */
export type FoundComposer = Exclude<ComposerSearch, { how: 'none' }>;

/** Follows the composer's box; see `watchBox`. */
export interface BoxWatch {
  /** Looks again: something happened that may have changed the page. */
  check(): void;
  stop(): void;
}

/** What `watchBox` tells. */
export interface BoxEvents {
  /** The box moved or changed its size, in the frame in which it did; undefined when there is none any more. */
  readonly onMove: (composer: FoundComposer | undefined) => void;
  /** How the composer was found, or that it was not, each time this changes; for health counts. */
  readonly onFound: (found: ComposerSearch) => void;
  /** The box stands still, after any move and any `check`; time to look around it. */
  readonly onRest: (composer: FoundComposer) => void;
}

const FIRST_RETRY_MS = 200;
/** With doubling, the last look is about half a minute after the page's last sign of life. */
const LAST_RETRY_MS = 15_000;

/**
 * Follows the composer without a mutation observer on the page's content and without a scroll listener, so that an
 * answer that streams runs nothing here: a `ResizeObserver` and an `IntersectionObserver` whose root is cut to the box
 * tell when it moves, grows or goes; while there is none, it is looked for at doubling intervals and at every `check`. Looks only
 * when the page has just been painted, the first time included.
 */
export function watchBox(adapter: ToolAdapter, { onFound, onMove, onRest }: BoxEvents): BoxWatch {
  let composer: FoundComposer | undefined;
  let how: ComposerSearch['how'] | undefined;
  let seen = '';
  let retryMs = FIRST_RETRY_MS;
  let isStopped = false;
  let isRestDue = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let moved: IntersectionObserver | undefined;
  const resized = new ResizeObserver(follow);

  function release(): void {
    clearTimeout(timer);
    resized.disconnect();
    moved?.disconnect();
    seen = '';
  }

  function search(): void {
    if (isStopped) return;
    const found = findComposer(adapter);
    if (found.box !== composer?.box) {
      release();
      if (found.box) resized.observe(found.box);
      else onMove(undefined);
    }
    composer = found.box && found;
    const isOver = retryMs > LAST_RETRY_MS;
    if (found.how !== how && (composer || isOver)) {
      how = found.how;
      onFound(found);
    }
    if (composer || isOver) return;
    clearTimeout(timer);
    timer = setTimeout(() => afterPaint(search), retryMs);
    retryMs *= 2;
  }

  function follow(): void {
    if (!composer || !isUsableEditor(adapter, composer.editor)) search();
    if (!composer) return;
    const { left, top, width, height } = composer.box.getBoundingClientRect();
    const now = `${[left, top, width, height]}`;
    if (now === seen) return;
    seen = now;
    moved?.disconnect();
    moved = undefined;
    onMove(composer);
    restSoon();
  }

  function restSoon(): void {
    if (isRestDue) return;
    isRestDue = true;
    afterPaint(rest);
  }

  function rest(): void {
    isRestDue = false;
    if (isStopped) return;
    follow();
    if (!composer || isRestDue) return;
    moved ??= watchMoves(composer.box, follow);
    onRest(composer);
  }

  function check(): void {
    retryMs = FIRST_RETRY_MS;
    restSoon();
  }

  afterPaint(search);
  return {
    check,
    stop() {
      isStopped = true;
      release();
    },
  };
}

/** An observer whose root is cut to a box that stands still: any move changes how much of the box is inside. */
function watchMoves(box: Element, onMove: () => void): IntersectionObserver {
  const { left, top, right, bottom } = box.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const cut = [top, clientWidth - right, clientHeight - bottom, left];
  let isFirst = true;
  const observer = new IntersectionObserver(
    () => {
      if (!isFirst) onMove();
      isFirst = false;
    },
    {
      rootMargin: cut.map((side) => `${-Math.floor(side)}px`).join(' '),
      threshold: [0, 0.25, 0.5, 0.75, 1],
    },
  );
  observer.observe(box);
  return observer;
}
