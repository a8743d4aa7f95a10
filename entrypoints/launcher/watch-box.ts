import type { ToolAdapter } from '../../lib/sites/adapter.ts';
import {
  findComposer,
  isUsableEditor,
  type ComposerSearch,
} from '../../lib/sites/find-composer.ts';

/** A composer that was found. */
export type FoundComposer = Exclude<ComposerSearch, { how: 'none' }>;

/** Follows the composer's box; see `watchBox`. */
export interface BoxWatch {
  /** Looks again soon: something happened that may have changed the page. */
  check(): void;
  stop(): void;
}

/** What `watchBox` tells. */
export interface BoxEvents {
  /** The box moved or changed its size, in the frame in which it did. Called often while it grows. */
  readonly onMove: (composer: FoundComposer) => void;
  /** The box stands still, after any move and any `check`; time to look around it. */
  readonly onRest: (composer: FoundComposer) => void;
  /** There is no composer now. */
  readonly onNone: () => void;
}

const FIRST_RETRY_MS = 120;
/** With doubling, about 30 s after the page's last sign of life. */
const RETRIES = 8;

/**
 * Follows the composer without a mutation observer on the page's content and without a scroll listener, so that an
 * answer that streams runs nothing here: a `ResizeObserver` and an `IntersectionObserver` whose root is cut to the box
 * tell when it moves, grows or goes; while there is none, it is looked for at doubling intervals and at every `check`.
 */
export function watchBox(adapter: ToolAdapter, events: BoxEvents): BoxWatch {
  let composer: FoundComposer | undefined;
  let seen = '';
  let tries = 0;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let moved: IntersectionObserver | undefined;
  const resized = new ResizeObserver(follow);

  function lose(): void {
    resized.disconnect();
    moved?.disconnect();
    moved = undefined;
    composer = undefined;
    seen = '';
  }

  function search(): void {
    clearTimeout(timer);
    const found = findComposer(adapter);
    if (found.how === 'none') {
      if (composer || tries === 0) events.onNone();
      lose();
      if (tries++ < RETRIES) timer = setTimeout(search, FIRST_RETRY_MS * 2 ** tries);
      return;
    }
    tries = 0;
    const isSameBox = composer?.box === found.box;
    if (!isSameBox) lose();
    composer = found;
    if (!isSameBox) resized.observe(found.box);
  }

  function follow(): void {
    if (!composer) return;
    if (!isUsableEditor(adapter, composer.editor)) search();
    if (!composer) return;
    const { left, top, width, height } = composer.box.getBoundingClientRect();
    const now = `${left} ${top} ${width} ${height}`;
    if (now === seen) return;
    seen = now;
    moved?.disconnect();
    moved = undefined;
    events.onMove(composer);
    frame ||= requestAnimationFrame(rest);
  }

  function rest(): void {
    frame = 0;
    const before = seen;
    follow();
    if (!composer || seen !== before || frame) return;
    guard(composer.box);
    events.onRest(composer);
  }

  /** Cuts the observer's root to the box, so that any move changes how much of it is inside. */
  function guard(box: HTMLElement): void {
    if (moved) return;
    const { left, top, right, bottom } = box.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const cut = [top, clientWidth - right, clientHeight - bottom, left];
    let isFirst = true;
    moved = new IntersectionObserver(
      () => {
        if (!isFirst) follow();
        isFirst = false;
      },
      {
        rootMargin: cut.map((side) => `${-Math.floor(side)}px`).join(' '),
        threshold: [0, 0.25, 0.5, 0.75, 1],
      },
    );
    moved.observe(box);
  }

  function check(): void {
    tries = 0;
    if (!composer || !isUsableEditor(adapter, composer.editor)) search();
    if (composer) frame ||= requestAnimationFrame(rest);
  }

  search();
  return {
    check,
    stop() {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      lose();
    },
  };
}
