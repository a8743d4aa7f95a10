import { shortcutSchema, type Shortcut } from '../../lib/contract/settings.ts';

const KEY_NAMES: Readonly<Record<string, string>> = {
  Space: 'Space',
  Slash: '/',
  Period: '.',
  Comma: ',',
};

/** A shortcut as it is printed on keyboards: `Alt+P`, on a Mac `⌥P`. */
export function shortcutWords(shortcut: Shortcut, isMac: boolean): string {
  const key = KEY_NAMES[shortcut.code] ?? shortcut.code.replace(/^(Key|Digit)/, '');
  const held = isMac
    ? [shortcut.ctrl && '⌃', shortcut.alt && '⌥', shortcut.shift && '⇧', shortcut.meta && '⌘']
    : [
        shortcut.ctrl && 'Ctrl',
        shortcut.alt && 'Alt',
        shortcut.shift && 'Shift',
        shortcut.meta && 'Win',
      ];
  return [...held.filter((part) => part !== false), key].join(isMac ? '' : '+');
}

/** What a press of keys means to the recorder. */
export type Recorded =
  /** Only Ctrl, Alt, Shift or ⌘ are down so far. */
  | { readonly kind: 'holding' }
  | { readonly kind: 'left' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'recorded'; readonly shortcut: Shortcut };

/** Reads a key press. A shortcut needs Alt, Ctrl or ⌘, or it would swallow what a person types (function keys excepted). */
export function recordShortcut(
  event: Pick<KeyboardEvent, 'code' | 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
): Recorded {
  if (['Alt', 'AltGraph', 'Control', 'Meta', 'Shift'].includes(event.key)) {
    return { kind: 'holding' };
  }
  if (event.key === 'Escape') return { kind: 'left' };
  const parsed = shortcutSchema.safeParse({
    code: event.code,
    alt: event.altKey,
    ctrl: event.ctrlKey,
    meta: event.metaKey,
    shift: event.shiftKey,
  });
  if (!parsed.success) return { kind: 'refused' };
  const { alt, ctrl, meta, code } = parsed.data;
  return alt || ctrl || meta || /^F\d/.test(code)
    ? { kind: 'recorded', shortcut: parsed.data }
    : { kind: 'refused' };
}
