import type { Shortcut } from '../../lib/contract/settings.ts';

/**
 * Whether a key press is the shortcut. Never during IME conversion (`isComposing`, or key code 229 in Safari's order),
 * never for a held key. Compares the physical key, so ⌥P that types π on a Mac is still P.
 */
export function isShortcut(event: KeyboardEvent, wanted: Shortcut): boolean {
  const { code, altKey, ctrlKey, metaKey, shiftKey, isComposing, keyCode, repeat } = event;
  const { alt, ctrl, meta, shift } = wanted;
  return (
    code === wanted.code &&
    `${[altKey, ctrlKey, metaKey, shiftKey]}` === `${[alt, ctrl, meta, shift]}` &&
    !isComposing &&
    keyCode !== 229 &&
    !repeat
  );
}
