import { PACKS } from '../../../content/packs.ts';
import { SettingsForm } from '../../../components/settings/settings-form.tsx';
import { settings as strings } from '../../../lib/i18n/settings.ts';
import { TOOLS } from '../../../lib/sites/registry.ts';
import type { DashboardContext, Page } from '../dashboard-context.ts';
import { isMac } from '../device.ts';

/** 設定. */
export function settingsPage({ language, person, send, say }: DashboardContext): Page {
  const t = strings[language];
  return {
    heading: t.title,
    lead: t.lead,
    content: (
      <SettingsForm
        settings={person.settings}
        today={person.today}
        language={language}
        departments={PACKS.map(({ id, name }) => ({ id, name: name[language] }))}
        tools={TOOLS}
        isMac={isMac()}
        onChange={(settings) =>
          void send({ type: 'saveSettings', settings }).then((reply) => {
            if (reply.ok) say({ text: t.saved });
          })
        }
      />
    ),
  };
}
