import { Button } from '../ui/button.tsx';
import { DrawnText } from '../ui/drawn-text.tsx';
import { Icon } from '../ui/icon.tsx';
import './shell.css';

/** Something to say at the foot of the page after an act. */
export interface Said {
  readonly text: string;
  readonly tone?: 'done' | 'attention' | undefined;
  /** Usually taking the act back. The message then stays until it is pressed, closed or replaced. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** The page's one live region; empty while there is nothing to say. It never takes focus. */
export function Message({
  said,
  closeLabel,
  onClose,
}: {
  readonly said: Said | undefined;
  readonly closeLabel: string;
  readonly onClose: () => void;
}) {
  return (
    <output className="message">
      {said !== undefined && (
        <div
          className={
            said.tone === 'attention' ? 'message-slip message-slip-attention' : 'message-slip'
          }
        >
          <Icon name={said.tone === 'attention' ? 'info' : 'check'} />
          <span className="message-text">
            <DrawnText>{said.text}</DrawnText>
          </span>
          {said.action !== undefined && (
            <Button
              variant="plain"
              icon="undo"
              onClick={() => {
                said.action?.run();
                onClose();
              }}
            >
              {said.action.label}
            </Button>
          )}
          <Button variant="plain" icon="close" aria-label={closeLabel} onClick={onClose} />
        </div>
      )}
    </output>
  );
}
