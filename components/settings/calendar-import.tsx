import type { DaysOff } from '../../lib/domain/calendar.ts';
import { dayRangeWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { settings as strings } from '../../lib/i18n/settings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DrawnText } from '../ui/drawn-text.tsx';
import { Notice } from '../ui/notice.tsx';
import { FilePicker } from '../ui/file-picker.tsx';
import './settings.css';

/** What a chosen calendar file holds, or why it is refused. */
export type CalendarPreview =
  | {
      readonly ok: true;
      readonly found: number;
      /** Days off that are not among the closures yet. */
      readonly fresh: readonly DaysOff[];
      readonly skipped: number;
    }
  | { readonly ok: false; readonly reason: string };

const SHOWN = 12;

/** Imports days off from an iCalendar file, after a look at them. */
export function CalendarImport({
  preview,
  language,
  onFile,
  onAdd,
  onCancel,
}: {
  readonly preview: CalendarPreview | undefined;
  readonly language: Language;
  readonly onFile: (name: string, text: string) => void;
  readonly onAdd: () => void;
  readonly onCancel: () => void;
}) {
  const t = strings[language];
  return (
    <Card title={t.importIcs}>
      <p className="settings-text">{t.importIcsHint}</p>
      <FilePicker accept=".ics,text/calendar" onFile={onFile}>
        {t.importIcsChoose}
      </FilePicker>
      <div aria-live="polite">
        {preview !== undefined &&
          (preview.ok ? (
            <Found {...{ preview, language, onAdd, onCancel }} />
          ) : (
            <div className="settings-preview">
              <Notice tone="attention">{preview.reason}</Notice>
            </div>
          ))}
      </div>
    </Card>
  );
}

function Found({
  preview,
  language,
  onAdd,
  onCancel,
}: {
  readonly preview: Extract<CalendarPreview, { ok: true }>;
  readonly language: Language;
  readonly onAdd: () => void;
  readonly onCancel: () => void;
}) {
  const t = strings[language];
  const { found, fresh, skipped } = preview;
  const parts = [
    t.importIcsNew(fresh.length),
    ...(skipped > 0 ? [t.importIcsSkipped(skipped)] : []),
  ];
  return (
    <div className="settings-preview">
      <p className="settings-preview-title">
        {found === 0 ? t.importIcsNone : t.importIcsPreview(found, parts)}
      </p>
      <ul className="settings-off-list">
        {fresh.slice(0, SHOWN).map(({ from, to, name }) => (
          <li key={`${from} ${to} ${name ?? ''}`} className="settings-off">
            <span>
              <DrawnText>{dayRangeWords(from, to, language)}</DrawnText>
              <span className="settings-off-name">{name}</span>
            </span>
          </li>
        ))}
        {fresh.length > SHOWN && <li className="settings-off">… {fresh.length - SHOWN}</li>}
      </ul>
      <div className="settings-press">
        {fresh.length > 0 && (
          <Button variant="primary" onClick={onAdd}>
            {t.importIcsAdd}
          </Button>
        )}
        <Button variant="plain" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </div>
  );
}
