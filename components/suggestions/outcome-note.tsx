import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { palette } from '../../lib/i18n/palette.ts';
import type { Language } from '../../lib/i18n/language.ts';

/** A word to press in a note. */
export interface NoteAction {
  readonly label: string;
  readonly onPress: () => void;
}

interface OutcomeNoteProps {
  readonly message: string;
  /** Whether all went well; a note that asks for something is drawn with an i. */
  readonly isDone: boolean;
  readonly language: Language;
  /** What can be done next. */
  readonly actions?: readonly NoteAction[] | undefined;
  readonly onDismiss: () => void;
}

/** How an insertion ended, in one line above the composer, read out when it appears. */
export function OutcomeNote({ message, isDone, language, actions, onDismiss }: OutcomeNoteProps) {
  return (
    <output className="palette-note" lang={language}>
      <Icon name={isDone ? 'check' : 'info'} />
      <span>{message}</span>
      {actions?.map(({ label, onPress }) => (
        <Button key={label} variant="plain" size="small" onClick={onPress}>
          {label}
        </Button>
      ))}
      <Button
        variant="plain"
        size="small"
        icon="close"
        aria-label={palette[language].dismiss}
        onClick={onDismiss}
      />
    </output>
  );
}
