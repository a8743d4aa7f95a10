import { anyOf, healthName } from './adapter.ts';
import type { ToolAdapter } from './adapter.ts';
import { isComposerEmpty } from './composer-state.ts';
import { boxOf, isSendLike } from './find-composer.ts';

/** What submit detection works on. */
export interface SubmitWatch {
  readonly adapter: ToolAdapter;
  /** The composer's editor now; asked only on Enter, click and form submit, and while one of them is being confirmed. */
  readonly findEditor: () => HTMLElement | undefined;
  /** A prompt was started (M3). Called once per submit. */
  readonly onSubmit: () => void;
  /**
   * Names for health counts: whether the page had a send control when the submit began, and a stop control a moment after it. Only a
   * submit that was confirmed says so; nothing else tells a control that is not needed from one that was renamed.
   */
  readonly onSeen: (send: string, stop: string) => void;
}

/**
 * Submit detection at work. It has no listeners of its own: the caller tells it of every key that goes down in the page, every click and
 * every form submit, in the capture phase.
 */
export interface SubmitDetection {
  onKeyDown(event: KeyboardEvent): void;
  onClick(event: Event): void;
  onFormSubmit(event: Event): void;
  /** Lets go of a submit that is still being confirmed. */
  stop(): void;
}

const CONFIRM_WITHIN_MS = 2000;
const CHECK_EVERY_MS = 50;
const ONE_PER_MS = 1200;
/** Time for a stop control to come. An answer that is over by then looks as if there were none. */
const STOP_WITHIN_MS = 1000;

/**
 * Notices that the person sent a prompt, without reading it (M3, COMPOSER §6). Enter outside IME conversion, a click on
 * the send control or a form submit only *arms*; it counts when within 2 s the composer is empty by structure, the path became a
 * conversation, or a stop control appeared. An Enter that breaks a line, an emptied draft or a change of chat thus count nothing.
 * Only listens: nothing is prevented or swallowed, and nothing runs while an answer streams.
 */
export function watchSubmits(watch: SubmitWatch): SubmitDetection {
  const { adapter, findEditor, onSubmit, onSeen } = watch;
  const send = anyOf(adapter.sends);
  const stop = anyOf(adapter.stops);
  /** Asks once more and disarms; undefined while nothing is armed. */
  let settle: (() => void) | undefined;
  let countedAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const arm = (editor: HTMLElement | undefined): void => {
    if (settle || !editor || isComposerEmpty(editor)) return;
    const path = location.pathname;
    const answering = document.querySelector(stop);
    const sendSeen = healthName('send', adapter.sends);
    const deadline = Date.now() + CONFIRM_WITHIN_MS;
    const check = (last?: boolean): void => {
      const now = findEditor();
      const confirmed =
        (now && isComposerEmpty(now)) ||
        (location.pathname !== path && adapter.conversationPath.test(location.pathname)) ||
        (!answering && document.querySelector(stop));
      if (!confirmed && !last && Date.now() < deadline) {
        timer = setTimeout(check, CHECK_EVERY_MS);
        return;
      }
      settle = undefined;
      if (confirmed && performance.now() - countedAt > ONE_PER_MS) {
        countedAt = performance.now();
        onSubmit();
        setTimeout(() => onSeen(sendSeen, healthName('stop', adapter.stops)), STOP_WITHIN_MS);
      }
    };
    settle = () => {
      clearTimeout(timer);
      check(true);
    };
    timer = setTimeout(check);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // Of a key that is only typed no more than its number is asked for; a script that sends for the person may give none.
    if (!settle && event.keyCode && event.keyCode !== 13) return;
    const { key } = event;
    if (key !== 'Enter') {
      // Deleting the draft after an Enter that only broke a line must not look like a submit.
      if (settle && /^(Backspace|Delete|[xX])$/.test(key)) settle();
      return;
    }
    const { shiftKey, altKey, repeat, isComposing, keyCode } = event;
    // 229: the Enter that confirms an IME conversion, in Safari's order after `compositionend`.
    if (shiftKey || altKey || repeat || isComposing || keyCode === 229) return;
    const editor = findEditor();
    if (editor?.contains(event.target as Node)) arm(editor);
  };

  const onClick = (event: Event): void => {
    const target = event.target as Element;
    const editor = findEditor();
    const button = target.closest?.('button,[role=button]');
    const sends =
      target.closest?.(send) ??
      (editor && button && isSendLike(button) && boxOf(adapter, editor).contains(button));
    // A click on anything else, such as another chat, ends the wait: what empties the composer after it is no submit.
    if (sends) arm(editor);
    else settle?.();
  };

  const onFormSubmit = (event: Event): void => {
    const editor = findEditor();
    if (editor && (event.target as Node).contains(editor)) arm(editor);
  };

  return { onKeyDown, onClick, onFormSubmit, stop: () => clearTimeout(timer) };
}
