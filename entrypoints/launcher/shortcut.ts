import type { Shortcut } from '../../lib/contract/settings.ts';

/**
 * Whether a key press is the shortcut. Never during IME conversion (`isComposing`, or key code 229 in Safari's order),
 * never for a held key. Compares the physical key, so ⌥P that types π on a Mac is still P.
 */
export function isShortcut(event: KeyboardEvent, shortcut: Shortcut): boolean {
  return (
    event.code === shortcut.code &&
    event.altKey === shortcut.alt &&
    event.ctrlKey === shortcut.ctrl &&
    event.metaKey === shortcut.meta &&
    event.shiftKey === shortcut.shift &&
    !event.isComposing &&
    event.keyCode !== 229 &&
    !event.repeat
  );
}

/** The shortcut as a person reads it: `Alt+P`, on a Mac `⌥P`. */
export function shortcutLabel(shortcut: Shortcut, isMac: boolean): string {
  const marks = isMac ? '⌃⌥⇧⌘' : ['Ctrl+', 'Alt+', 'Shift+', 'Win+'];
  const held = [shortcut.ctrl, shortcut.alt, shortcut.shift, shortcut.meta];
  const prefix = held.map((on, index) => (on ? marks[index] : '')).join('');
  return prefix + shortcut.code.replace(/^(Key|Digit)/, '');
}
