import { Fragment } from 'react';
import type { Language } from '../../lib/i18n/language.ts';
import { settings as strings } from '../../lib/i18n/settings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import { FilePicker } from '../ui/file-picker.tsx';
import './settings.css';

/** One kind of thing in a chosen file, counted; settings are told by what changes alone. */
interface ImportRow {
  readonly name: string;
  readonly inFile: number | undefined;
  readonly added: number | undefined;
  readonly changed: number;
}

/** What a chosen file would do, or why it is refused. */
export type ImportPreview =
  | { readonly ok: true; readonly changesAnything: boolean; readonly rows: readonly ImportRow[] }
  | {
      readonly ok: false;
      readonly refusals: readonly {
        readonly line: number;
        readonly field: string;
        readonly reason: string;
      }[];
    };

/** Export as a file, and import with a look at what it would change before anything does. */
export function DataTransfer({
  language,
  chosen,
  busy,
  onExport,
  onFile,
  onMerge,
  onCancel,
}: {
  readonly language: Language;
  readonly chosen: { readonly name: string; readonly preview: ImportPreview } | undefined;
  readonly busy: boolean;
  readonly onExport: () => void;
  readonly onFile: (name: string, text: string) => void;
  readonly onMerge: () => void;
  readonly onCancel: () => void;
}) {
  const t = strings[language];
  return (
    <>
      <Card title={t.exportHeading}>
        <p className="settings-text">{t.exportLead}</p>
        <Button icon="copy" onClick={onExport}>
          {t.export}
        </Button>
      </Card>
      <Card title={t.importHeading}>
        <p className="settings-text">{t.importLead}</p>
        <FilePicker accept=".json,application/json" onFile={onFile}>
          {t.importChoose}
        </FilePicker>
        <div aria-live="polite">
          {chosen !== undefined && (
            <div className="settings-preview">
              <h3 className="settings-preview-title">{t.importPreview}</h3>
              <p className="settings-note">{t.importFile(chosen.name)}</p>
              {chosen.preview.ok ? (
                <MergePreview
                  rows={chosen.preview.rows}
                  hasNews={chosen.preview.changesAnything}
                  {...{ language, busy, onMerge, onCancel }}
                />
              ) : (
                <Refusals refusals={chosen.preview.refusals} {...{ language, onCancel }} />
              )}
            </div>
          )}
        </div>
      </Card>
    </>
  );
}

function MergePreview({
  rows,
  hasNews,
  language,
  busy,
  onMerge,
  onCancel,
}: {
  readonly rows: readonly ImportRow[];
  readonly hasNews: boolean;
  readonly language: Language;
  readonly busy: boolean;
  readonly onMerge: () => void;
  readonly onCancel: () => void;
}) {
  const t = strings[language];
  return (
    <>
      <table className="settings-table">
        <thead>
          <tr>
            <th scope="col">{t.importItem}</th>
            <th scope="col">{t.importInFile}</th>
            <th scope="col">{t.importNew}</th>
            <th scope="col">{t.importChanged}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, inFile, added, changed }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{inFile ?? '–'}</td>
              <td>{added ?? '–'}</td>
              <td>{changed}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!hasNews && <p>{t.importNothing}</p>}
      <div className="settings-press">
        {hasNews && (
          <Button variant="primary" busy={busy} onClick={onMerge}>
            {t.importMerge}
          </Button>
        )}
        <Button variant="plain" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </>
  );
}

/** A field's path, free to break behind its dots only: `workflows.2.rhythm.day`. */
function breakable(path: string) {
  return path.split('.').map((part, index, parts) => (
    <Fragment key={parts.slice(0, index + 1).join('.')}>
      {index > 0 && (
        <>
          .<wbr />
        </>
      )}
      {part}
    </Fragment>
  ));
}

function Refusals({
  refusals,
  language,
  onCancel,
}: {
  readonly refusals: Extract<ImportPreview, { ok: false }>['refusals'];
  readonly language: Language;
  readonly onCancel: () => void;
}) {
  const t = strings[language];
  return (
    <>
      <Notice tone="attention" title={t.importRefusals(refusals.length)}>
        {t.importRefusalsLead}
      </Notice>
      <table className="settings-table">
        <thead>
          <tr>
            <th scope="col">{t.importRefusalLine}</th>
            <th scope="col">{t.importRefusalField}</th>
            <th scope="col">{t.importRefusalReason}</th>
          </tr>
        </thead>
        <tbody>
          {refusals.map(({ line, field, reason }) => (
            <tr key={`${line} ${field} ${reason}`}>
              <td>{line}</td>
              <td>
                <code className="settings-code">{field === '' ? '–' : breakable(field)}</code>
              </td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="settings-press">
        <Button variant="plain" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </>
  );
}
