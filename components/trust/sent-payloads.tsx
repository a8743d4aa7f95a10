import type { SentPayload, SentPayloads as Payloads } from '../../lib/contract/team.ts';
import { instantWords } from '../../lib/i18n/day-words.ts';
import { heldFields } from '../../lib/i18n/held-fields.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { team as strings } from '../../lib/i18n/team.ts';
import { Card } from '../ui/card.tsx';

const KINDS = [
  'usage',
  'share',
  'help',
  'pulse',
  'leave',
  'join',
] as const satisfies readonly (keyof Payloads)[];

/** The last thing of each kind that left this browser, field by field as it went. */
export function SentPayloads({
  payloads,
  language,
}: {
  readonly payloads: Payloads;
  readonly language: Language;
}) {
  const t = strings[language];
  return (
    <Card title={t.sentTitle}>
      <p className="trust-lead">{t.sentCode}</p>
      <div className="trust-groups">
        {KINDS.map((kind) => {
          const payload = payloads[kind];
          const title = t[`sentKind_${kind}`];
          return (
            <details key={kind} className="trust-group" open={kind === 'usage'}>
              <summary className="trust-group-head">
                <h3>{title}</h3>
                <span className="trust-count">
                  {payload === undefined ? t.sentNever : instantWords(payload.at, language)}
                </span>
              </summary>
              {payload !== undefined && (
                <Payload payload={payload} title={title} language={language} />
              )}
            </details>
          );
        })}
      </div>
    </Card>
  );
}

/** Plain fields as a list, lists of rows as a table; the fields come from what was sent, so that none can be left out. */
function Payload({
  payload,
  title,
  language,
}: {
  readonly payload: SentPayload;
  readonly title: string;
  readonly language: Language;
}) {
  const fields = Object.entries(asRecord(payload.body));
  const plain = fields.filter(([, value]) => !Array.isArray(value));
  const lists = fields.filter(([, value]) => Array.isArray(value)) as [string, unknown[]][];
  return (
    <>
      <p className="trust-note">
        <code className="trust-code">
          {payload.method} {payload.path}
        </code>
      </p>
      {plain.length > 0 && (
        <dl className="trust-fields">
          {plain.map(([code, value]) => (
            <div key={code} className="trust-field">
              <dt>
                {nameOf(code, language)} <code className="trust-code">{code}</code>
              </dt>
              <dd className="trust-value">{textOf(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {lists.map(([code, rows]) => (
        <Rows key={code} rows={rows} label={`${title} ${code}`} language={language} />
      ))}
    </>
  );
}

function Rows({
  rows,
  label,
  language,
}: {
  readonly rows: readonly unknown[];
  readonly label: string;
  readonly language: Language;
}) {
  const t = strings[language];
  const codes = [...new Set(rows.flatMap((row) => Object.keys(asRecord(row))))];
  if (rows.length === 0) return <p className="trust-note">{t.sentRows(0)}</p>;
  return (
    // Wider than a phone: it is scrolled, by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="trust-rows" aria-label={label} tabIndex={0}>
      <table>
        <caption>{t.sentRows(rows.length)}</caption>
        <thead>
          <tr>
            {codes.map((code) => (
              <th key={code} scope="col">
                {nameOf(code, language)}
                <br />
                <code className="trust-code">{code}</code>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // Rows of one delivery never change their order.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              {codes.map((code) => (
                <td key={code}>{textOf(asRecord(row)[code])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function nameOf(code: string, language: Language): string {
  const counted: Readonly<Record<string, { readonly name: string }>> = heldFields[language].ledger;
  const told: Readonly<Record<string, unknown>> = strings[language];
  const own = Object.hasOwn(told, `field_${code}`) ? told[`field_${code}`] : undefined;
  return Object.hasOwn(counted, code)
    ? (counted[code]?.name ?? code)
    : typeof own === 'string'
      ? own
      : code;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
