/**
 * Repeats an event of typing inside a closed shadow root. The launcher stopped the original at the window, so that no
 * listener of the page learns what is typed; the twin does not leave the root (`composed` is false), and what our own
 * handlers prevent is prevented on the original, whose default action (typing) is still to come.
 */
export function repeatInside(event: Event, shadow: ShadowRoot): void {
  const target = shadow.activeElement;
  const twin = twinOf(event);
  if (!target || !twin) return;
  target.dispatchEvent(twin);
  if (twin.defaultPrevented) event.preventDefault();
}

/** Undefined for what our own handlers do not listen to. */
function twinOf(event: Event): Event | undefined {
  const shape = { bubbles: true, cancelable: event.cancelable };
  if (event instanceof KeyboardEvent) {
    const { key, code, keyCode, location, repeat, isComposing } = event;
    const { altKey, ctrlKey, metaKey, shiftKey } = event;
    // Not a `KeyboardEvent`: Firefox 153 lets every one of those out of the root, whatever `composed` says.
    return Object.assign(new Event(event.type, shape), {
      key,
      code,
      keyCode,
      location,
      repeat,
      isComposing,
      altKey,
      ctrlKey,
      metaKey,
      shiftKey,
    });
  }
  if (event.type === 'input') return new Event('input', shape);
  if (event instanceof CompositionEvent) {
    return new CompositionEvent(event.type, { ...shape, data: event.data });
  }
  return undefined;
}
