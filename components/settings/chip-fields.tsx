import type { ChipSettings } from '../../lib/contract/settings.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { settings as strings } from '../../lib/i18n/settings.ts';
import { Card } from '../ui/card.tsx';
import { Switch } from '../ui/switch.tsx';
import { MutedList } from './muted-list.tsx';
import './settings.css';

/** The chip on registered work sites: on or off, and the sites it keeps away from. */
export function ChipFields({
  chips,
  today,
  language,
  onChange,
}: {
  readonly chips: ChipSettings;
  readonly today: DayKey;
  readonly language: Language;
  readonly onChange: (chips: ChipSettings) => void;
}) {
  const t = strings[language];
  return (
    <Card title={t.chipHeading}>
      <div className="settings-rows">
        <Switch
          label={t.chip}
          hint={chips.off === today ? t.chipOffToday : t.chipHint}
          checked={chips.off !== 'always' && chips.off !== today}
          onChange={(on) => onChange({ ...chips, off: on ? 'no' : 'always' })}
        />
        <MutedList
          title={t.chipMuted}
          items={chips.mutedSites.map((site) => ({ id: site, name: site }))}
          backLabel={t.nudgeUnmute}
          backNamed={t.chipUnmuteNamed}
          onBack={(back) =>
            onChange({ ...chips, mutedSites: chips.mutedSites.filter((site) => site !== back) })
          }
        />
      </div>
    </Card>
  );
}
