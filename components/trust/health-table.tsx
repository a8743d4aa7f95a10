import type { Language } from '../../lib/i18n/language.ts';
import { trust as strings } from '../../lib/i18n/trust.ts';
import { Card } from '../ui/card.tsx';
import './trust.css';

type Words = (typeof strings)[Language];

/**
 * Counts of how a tool's page was recognised, by part and mark (`chatgpt:send:unified`; `none` where none of the marks was there), and of
 * insertions; names of other builds that no tool or part belongs to are shown as they are.
 */
export function HealthTable({
  health,
  language,
  toolName,
}: {
  readonly health: Readonly<Record<string, number>>;
  readonly language: Language;
  /** Undefined for what is no tool. */
  readonly toolName: (id: string) => string | undefined;
}) {
  const t = strings[language];
  const rows = Object.entries(health)
    .map(([name, count]) => {
      const [id = '', ...ofTool] = name.split(':');
      const tool = toolName(id);
      const [kind = '', ...rest] = tool === undefined ? [id, ...ofTool] : ofTool;
      const part = partName(kind, t);
      return { name, tool, part, ways: part === undefined ? [kind, ...rest] : rest, count };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return (
    <Card title={t.healthHeading}>
      <p className="trust-lead">{rows.length === 0 ? t.healthEmpty : t.healthLead}</p>
      {rows.length > 0 && (
        <table className="trust-table">
          <thead>
            <tr>
              <th scope="col">{t.healthTool}</th>
              <th scope="col">{t.healthWhat}</th>
              <th scope="col">{t.healthCount}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, tool, part, ways, count }) => (
              <tr key={name}>
                <th scope="row">
                  {tool ?? '–'} <span className="trust-part">{part}</span>
                </th>
                <td>{wayOf(ways, t)}</td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function partName(kind: string, t: Words): string | undefined {
  const names: Readonly<Record<string, string>> = {
    found: t.healthFound,
    box: t.healthBox,
    send: t.healthSend,
    stop: t.healthStop,
    insert: t.healthInsert,
  };
  return Object.hasOwn(names, kind) ? names[kind] : undefined;
}

function wayOf(ways: readonly string[], t: Words) {
  const [first, ...rest] = ways;
  const isOnly = rest.length === 0;
  if (isOnly && first === 'none') return t.healthMissing;
  if (isOnly && first === 'guess') return t.healthGuess;
  return <code className="trust-code">{(first === 'adapter' ? rest : ways).join(' › ')}</code>;
}
