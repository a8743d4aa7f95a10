import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from './button.tsx';

/**
 * A native modal dialog. The caller holds `open`; `onClose` is asked for by Escape, the cross and a press outside, and
 * the dialog stays until `open` turns false. Focus goes to the title when it opens and back to where it was when it closes
 * (the browser's own rule). Children are drawn only while open, so a form inside starts fresh each time.
 */
export function Dialog({
  open,
  onClose,
  title,
  closeLabel,
  wide,
  actions,
  children,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** Name of the cross, in the person's language. */
  readonly closeLabel: string;
  readonly wide?: boolean | undefined;
  /** Buttons at the foot, the one that goes on last. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null || dialog.open === open) return;
    if (open) {
      dialog.showModal();
      // Else the cross has it, which is the last thing most people come for.
      heading.current?.focus();
    } else {
      dialog.close();
    }
  }, [open]);
  return (
    // The backdrop belongs to the dialog element itself, so a press on exactly that is a press outside; the keyboard's
    // way out is Escape, which arrives as `cancel`.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={ref}
      className={wide === true ? 'ui-dialog ui-dialog-wide' : 'ui-dialog'}
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      {open && (
        <>
          <div className="ui-dialog-head">
            <h2 className="ui-dialog-title" id={`${id}-title`} ref={heading} tabIndex={-1}>
              {title}
            </h2>
            <Button variant="plain" icon="close" aria-label={closeLabel} onClick={onClose} />
          </div>
          <div className="ui-dialog-body">{children}</div>
          {actions !== undefined && <div className="ui-dialog-actions">{actions}</div>}
        </>
      )}
    </dialog>
  );
}
