import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { palette } from '../../lib/i18n/palette.ts';
import type { Language } from '../../lib/i18n/language.ts';

interface OutcomeNoteProps {
  readonly message: string;
  /** Whether all went well; a note that asks for something is drawn with an i. */
  readonly isDone: boolean;
  readonly language: Language;
  /** One thing to do next. */
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
  readonly onDismiss: () => void;
}

/** How an insertion ended, in one line above the composer, read out when it appears. */
export function OutcomeNote({ message, isDone, language, action, onDismiss }: OutcomeNoteProps) {
  return (
    <output className="palette-note" lang={language}>
      <Icon name={isDone ? 'check' : 'info'} />
      <span>{message}</span>
      {action && (
        <Button variant="plain" size="small" onClick={action.onPress}>
          {action.label}
        </Button>
      )}
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
