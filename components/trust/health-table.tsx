import type { Language } from '../../lib/i18n/language.ts';
import { trust as strings } from '../../lib/i18n/trust.ts';
import { Card } from '../ui/card.tsx';
import './trust.css';

/** Counts of how a tool's page was recognised (`tool:part:mark`), by tool; names this build does not know are shown as they are. */
export function HealthTable({
  health,
  language,
  toolName,
}: {
  readonly health: Readonly<Record<string, number>>;
  readonly language: Language;
  readonly toolName: (id: string) => string;
}) {
  const t = strings[language];
  const rows = Object.entries(health)
    .map(([name, count]) => {
      const [tool = '', part = '', ...mark] = name.split(':');
      return { name, tool, part, mark: mark.join(':'), count };
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
              <th scope="col">{t.healthPart}</th>
              <th scope="col">{t.healthMark}</th>
              <th scope="col">{t.healthCount}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, tool, part, mark, count }) => (
              <tr key={name}>
                <th scope="row">{toolName(tool)}</th>
                <td>
                  <code className="trust-code">{part}</code>
                </td>
                <td>
                  <code className="trust-code">{mark}</code>
                </td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
