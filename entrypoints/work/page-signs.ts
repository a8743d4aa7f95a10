const DIALOGS = 'dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true]';
const CONTROLS = 'a,button,input,textarea,select,iframe,[role=button],[contenteditable]';
/** About the chip's size and margin, in CSS pixels. */
const WIDTH = 260;
const FROM_EDGE = 36;

/** Whether the page needs the person for itself: hidden, a password in focus, a dialog in sight. */
export function isBusy(): boolean {
  const focused = document.activeElement;
  if (document.visibilityState !== 'visible') return true;
  if (focused instanceof HTMLInputElement && focused.type === 'password') return true;
  return [...document.querySelectorAll(DIALOGS)].some((dialog) => dialog.checkVisibility());
}

/** The lower corner where nothing of the page can be pressed, right before left; undefined when both are taken. `own` never counts. */
export function freeSide(own: Element): 'right' | 'left' | undefined {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const inset = Math.min(WIDTH, width - 16);
  const isFree = (from: number, to: number): boolean =>
    [from, (from + to) / 2, to].every((x) => {
      const [top] = document
        .elementsFromPoint(x, height - FROM_EDGE)
        .filter((each) => each !== own);
      return top === undefined || top.closest(CONTROLS) === null;
    });
  if (isFree(width - 24, width - inset)) return 'right';
  return isFree(24, inset) ? 'left' : undefined;
}
