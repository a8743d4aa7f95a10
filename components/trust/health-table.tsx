import type { Language } from '../../lib/i18n/language.ts';
import { trust as strings } from '../../lib/i18n/trust.ts';
import { Card } from '../ui/card.tsx';
import './trust.css';

/** Counts of how a tool's page was recognised (such as `composer:chatgpt:unified-id`); names that no tool is part of are shown as they are. */
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
      const parts = name.split(':');
      const tool = parts.find((part) => toolName(part) !== undefined);
      const what = parts.filter((part) => part !== tool).join(' › ');
      return { name, tool: tool === undefined ? '–' : toolName(tool), what, count };
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
            {rows.map(({ name, tool, what, count }) => (
              <tr key={name}>
                <th scope="row">{tool}</th>
                <td>
                  <code className="trust-code">{what}</code>
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
