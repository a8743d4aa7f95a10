import type { AsksSettings } from '../../lib/contract/settings.ts';
import { checkIn } from '../../lib/i18n/check-in.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Card } from '../ui/card.tsx';
import { Switch } from '../ui/switch.tsx';
import './settings.css';

/** What the company may ask in the popup; for members of one. */
export function AsksFields({
  asks,
  language,
  onChange,
}: {
  readonly asks: AsksSettings;
  readonly language: Language;
  readonly onChange: (asks: AsksSettings) => void;
}) {
  const t = checkIn[language];
  return (
    <Card title={t.settings}>
      <div className="settings-rows">
        <Switch
          label={t.settingsOffers}
          hint={t.settingsOffersHint}
          checked={asks.offers}
          onChange={(offers) => onChange({ ...asks, offers })}
        />
        <Switch
          label={t.settingsPulse}
          hint={t.settingsPulseHint}
          checked={asks.pulse}
          onChange={(pulse) => onChange({ ...asks, pulse })}
        />
      </div>
    </Card>
  );
}
