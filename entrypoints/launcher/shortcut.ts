import type { Shortcut } from '../../lib/contract/settings.ts';

/**
 * Whether a key press is the shortcut. Never during IME conversion (`isComposing`, or key code 229 in Safari's order),
 * never for a held key. Compares the physical key, so ⌥P that types π on a Mac is still P.
 */
export function isShortcut(event: KeyboardEvent, wanted: Shortcut): boolean {
  return (
    // The modifiers first: they cost nothing to ask for, and a key that is only typed has none.
    event.altKey === wanted.alt &&
    event.ctrlKey === wanted.ctrl &&
    event.metaKey === wanted.meta &&
    event.shiftKey === wanted.shift &&
    event.code === wanted.code &&
    !event.isComposing &&
    event.keyCode !== 229 &&
    !event.repeat
  );
}
