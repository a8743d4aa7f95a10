import { PACK_NAMES } from '../../../content/packs.ts';
import { AsksFields } from '../../../components/settings/asks-fields.tsx';
import { ChipFields } from '../../../components/settings/chip-fields.tsx';
import { NudgeFields } from '../../../components/settings/nudge-fields.tsx';
import { SettingsForm } from '../../../components/settings/settings-form.tsx';
import { asksOf } from '../../../lib/app/offer-to-show.ts';
import { nudgeSettingsOf } from '../../../lib/app/plan-nudge.ts';
import type { Command } from '../../../lib/contract/commands.ts';
import { DEFAULT_CHIPS } from '../../../lib/contract/settings.ts';
import { isSilent } from '../../../lib/domain/nudge.ts';
import { settings as strings } from '../../../lib/i18n/settings.ts';
import { TOOLS } from '../../../lib/sites/registry.ts';
import type { DashboardContext, Page } from '../dashboard-context.ts';
import { isMac } from '../device.ts';

/** 設定. */
export function settingsPage({ language, person, send, say }: DashboardContext): Page {
  const t = strings[language];
  const save = async (command: Command): Promise<void> => {
    const reply = await send(command);
    if (reply.ok) say({ text: t.saved });
  };
  return {
    heading: t.title,
    lead: t.lead,
    content: (
      <>
        <SettingsForm
          settings={person.settings}
          today={person.today}
          language={language}
          departments={PACK_NAMES.map(({ id, name }) => ({ id, name: name[language] }))}
          tools={TOOLS}
          isMac={isMac()}
          onChange={(settings) => void save({ type: 'saveSettings', settings })}
        />
        <NudgeFields
          nudges={nudgeSettingsOf(person)}
          isSilent={person.nudges !== undefined && isSilent(person.nudges)}
          workflows={person.workflows}
          language={language}
          onChange={(nudges) => void save({ type: 'saveSettings', settings: { nudges } })}
          onAskAgain={() => void save({ type: 'answerNudge', answer: 'askAgain' })}
        />
        <ChipFields
          chips={person.settings.chips ?? DEFAULT_CHIPS}
          today={person.today}
          language={language}
          onChange={(chips) => void save({ type: 'saveSettings', settings: { chips } })}
        />
        {person.team !== undefined && (
          <AsksFields
            asks={asksOf(person.settings)}
            language={language}
            onChange={(asks) => void save({ type: 'saveSettings', settings: { asks } })}
          />
        )}
      </>
    ),
  };
}
