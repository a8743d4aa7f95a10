import { useEffect, useMemo, useState } from 'react';
import { heldGroups } from '../../../components/trust/held-groups.ts';
import { HealthTable } from '../../../components/trust/health-table.tsx';
import { QuarantineList } from '../../../components/trust/quarantine-list.tsx';
import { Trust } from '../../../components/trust/trust.tsx';
import { prompts } from '../../../lib/i18n/prompts.ts';
import { settings } from '../../../lib/i18n/settings.ts';
import { trust as strings } from '../../../lib/i18n/trust.ts';
import { watchStorage } from '../../../lib/platform/storage.ts';
import { toolById } from '../../../lib/sites/registry.ts';
import type { DashboardContext, Page } from '../dashboard-context.ts';
import { copyText, saveFile } from '../device.ts';
import { readRaw, saveExport } from '../held.ts';

/** 送信データを見る. */
export function trustPage(context: DashboardContext): Page {
  return { heading: strings[context.language].title, content: <TrustContent {...context} /> };
}

function TrustContent({ language, person, send, say }: DashboardContext) {
  const t = strings[language];
  const [raw, setRaw] = useState<Readonly<Record<string, unknown>>>({});
  useEffect(() => {
    let shown = true;
    const load = (): void =>
      void readRaw().then((read) => {
        if (shown) setRaw(read);
      });
    load();
    const unwatch = watchStorage(load);
    return () => {
      shown = false;
      unwatch();
    };
  }, []);
  const groups = useMemo(() => heldGroups(raw, language), [raw, language]);
  return (
    <>
      <Trust
        groups={groups}
        settings={person.settings}
        today={person.today}
        language={language}
        team={person.team}
        onPause={(paused) => void send({ type: 'saveSettings', settings: { paused } })}
        onExport={() =>
          void saveExport(person.today).then((name) =>
            say({ text: settings[language].exported(name) }),
          )
        }
        onCopy={(text) =>
          void copyText(text).then((ok) =>
            say({ text: ok ? t.rawCopied : prompts[language].copyFailed }),
          )
        }
        onDelete={async () => {
          const reply = await send({ type: 'deleteEverything' });
          if (reply.ok) say({ text: t.deleted });
        }}
      />
      <QuarantineList
        items={person.quarantined}
        language={language}
        onExport={(item) =>
          saveFile(
            `banso-quarantine-${item.originalKey.replaceAll(/[^\w.-]/g, '-')}.json`,
            `${JSON.stringify(item, null, 1)}\n`,
            'application/json',
          )
        }
        onDiscard={(item) =>
          void send({ type: 'discardQuarantined', key: item.key }).then((reply) => {
            if (reply.ok) say({ text: t.quarantineDiscarded });
          })
        }
      />
      <HealthTable
        health={person.health}
        language={language}
        toolName={(id) => toolById(id)?.name}
      />
    </>
  );
}
