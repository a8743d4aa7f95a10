import { useState } from 'react';
import type { QuarantinedItem } from '../../lib/app/ports.ts';
import { damageWords } from '../../lib/i18n/damage-words.ts';
import { instantWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { trust as strings } from '../../lib/i18n/trust.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import './trust.css';

/** Items that could not be read, each with why, to take along or, in two presses, to let go. */
export function QuarantineList({
  items,
  language,
  onExport,
  onDiscard,
}: {
  readonly items: readonly QuarantinedItem[];
  readonly language: Language;
  readonly onExport: (item: QuarantinedItem) => void;
  readonly onDiscard: (item: QuarantinedItem) => void;
}) {
  const t = strings[language];
  const [sure, setSure] = useState<string>();
  return (
    <Card title={t.quarantineHeading}>
      <p className="trust-lead">{items.length === 0 ? t.quarantineEmpty : t.quarantineLead}</p>
      <ul>
        {items.map((item) => (
          <li key={item.key} className="trust-quarantined">
            <div>
              <p>
                <code className="trust-code">{item.originalKey}</code>
              </p>
              <p className="trust-note">
                {t.quarantineFound(instantWords(item.foundAt, language))}
                <br />
                {t.quarantineReason}
                {language === 'ja' ? '：' : ': '}
                {damageWords(item.reason, language)}
              </p>
            </div>
            <div className="trust-press">
              <Button
                size="small"
                icon="copy"
                aria-label={t.quarantineExportNamed(item.originalKey)}
                onClick={() => onExport(item)}
              >
                {t.quarantineExport}
              </Button>
              {/* What still lies in its place is set aside by the background first. */}
              {item.key !== item.originalKey && (
                <Button
                  size="small"
                  variant="danger"
                  icon="trash"
                  aria-label={
                    sure === item.key
                      ? `${t.quarantineDiscardSure}: ${item.originalKey}`
                      : t.quarantineDiscardNamed(item.originalKey)
                  }
                  onClick={() => (sure === item.key ? onDiscard(item) : setSure(item.key))}
                  onBlur={() => setSure(undefined)}
                >
                  {sure === item.key ? t.quarantineDiscardSure : t.quarantineDiscard}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
