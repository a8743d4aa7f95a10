import { useId, useState } from 'react';
import { DEFAULT_SETTINGS, type Shortcut } from '../../lib/contract/settings.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { settings as strings } from '../../lib/i18n/settings.ts';
import { Button } from '../ui/button.tsx';
import { recordShortcut, shortcutWords } from './shortcut-words.ts';

/** Shows the palette's keys and takes new ones by pressing them. Tab and Escape always leave the recorder. */
export function ShortcutField({
  shortcut,
  isMac,
  language,
  onChange,
}: {
  readonly shortcut: Shortcut;
  readonly isMac: boolean;
  readonly language: Language;
  readonly onChange: (shortcut: Shortcut) => void;
}) {
  const t = strings[language];
  const id = useId();
  const [listening, setListening] = useState(false);
  const [refused, setRefused] = useState(false);
  const usual = shortcutWords(DEFAULT_SETTINGS.shortcut, isMac);
  const now = shortcutWords(shortcut, isMac);
  return (
    <div className="ui-field">
      <span className="ui-field-label" id={id}>
        {t.shortcut}
      </span>
      <p className="ui-field-hint" id={`${id}-hint`}>
        {t.shortcutHint}
      </p>
      <div className="settings-shortcut">
        <kbd className="settings-keys">{now}</kbd>
        <Button
          aria-describedby={`${id} ${id}-hint`}
          onClick={() => setListening(true)}
          onBlur={() => setListening(false)}
          onKeyDown={(event) => {
            if (!listening || event.key === 'Tab') return;
            event.preventDefault();
            const recorded = recordShortcut(event.nativeEvent);
            if (recorded.kind === 'holding') return;
            setRefused(recorded.kind === 'refused');
            if (recorded.kind === 'refused') return;
            setListening(false);
            if (recorded.kind === 'recorded') onChange(recorded.shortcut);
          }}
        >
          {listening ? t.shortcutListening : t.shortcutRecord}
        </Button>
        {now !== usual && (
          <Button variant="plain" onClick={() => onChange(DEFAULT_SETTINGS.shortcut)}>
            {t.shortcutReset(usual)}
          </Button>
        )}
      </div>
      <div aria-live="polite">
        {refused && <p className="ui-field-error">{t.shortcutInvalid}</p>}
      </div>
    </div>
  );
}
