/** A page that never finishes loading, or never rests, is not waited for any longer. */
const AT_LATEST_MS = 2_000;

/**
 * Runs something once the page has loaded and has nothing of its own to do, so that neither its loading nor its first answer to the
 * person ever waits for us. May run it twice.
 */
export function whenLoaded(run: () => void): void {
  const soon = () => requestIdleCallback(run, { timeout: AT_LATEST_MS });
  if (document.readyState === 'complete') soon();
  else {
    window.addEventListener('load', soon, { once: true });
    setTimeout(soon, AT_LATEST_MS);
  }
}

/**
 * Runs something in the task after the next frame. The page's layout is done then, and asking where things are costs next
 * to nothing; at any other time it would be laid out on our account. In a page that nobody sees it waits until somebody does.
 */
export function afterPaint(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run));
}
