import { describe, expect, it } from 'vitest';
import { recordShortcut, shortcutWords } from './shortcut-words.ts';

const none = { alt: false, ctrl: false, meta: false, shift: false };
const press = {
  code: 'KeyP',
  key: 'p',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
};

describe('shortcutWords', () => {
  it.each([
    [{ ...none, code: 'KeyP', alt: true }, 'Alt+P', '⌥P'],
    [{ ...none, code: 'Digit1', ctrl: true, shift: true }, 'Ctrl+Shift+1', '⌃⇧1'],
    [{ ...none, code: 'Slash', meta: true }, 'Win+/', '⌘/'],
    [{ ...none, code: 'F2' }, 'F2', 'F2'],
  ])('writes %o', (shortcut, windows, mac) => {
    expect(shortcutWords(shortcut, false)).toBe(windows);
    expect(shortcutWords(shortcut, true)).toBe(mac);
  });
});

describe('recordShortcut', () => {
  it('waits while only modifiers are held', () => {
    expect(recordShortcut({ ...press, key: 'Alt', code: 'AltLeft', altKey: true }).kind).toBe(
      'holding',
    );
  });

  it('takes the physical key, so that ⌥P on a Mac is still P', () => {
    expect(recordShortcut({ ...press, key: 'π', altKey: true })).toEqual({
      kind: 'recorded',
      shortcut: { ...none, code: 'KeyP', alt: true },
    });
  });

  it('refuses keys that would swallow what a person types', () => {
    expect(recordShortcut(press).kind).toBe('refused');
    expect(recordShortcut({ ...press, shiftKey: true }).kind).toBe('refused');
    expect(recordShortcut({ ...press, code: 'Enter', key: 'Enter', ctrlKey: true }).kind).toBe(
      'refused',
    );
  });

  it('leaves with Escape', () => {
    expect(recordShortcut({ ...press, code: 'Escape', key: 'Escape' }).kind).toBe('left');
  });
});
