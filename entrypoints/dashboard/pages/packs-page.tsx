import { useEffect, useState } from 'react';
import { PACK_NAMES, packName } from '../../../content/packs.ts';
import { routeHash } from '../../../components/dashboard/route.ts';
import { PackBrowser, type Adoption } from '../../../components/workflows/pack-browser.tsx';
import type { Pack, PackWorkflow } from '../../../lib/contract/pack.ts';
import { errors } from '../../../lib/i18n/errors.ts';
import { workflows as strings } from '../../../lib/i18n/workflows.ts';
import { createPackFiles } from '../../../lib/platform/pack-files.ts';
import type { DashboardContext, Page } from '../dashboard-context.ts';
import { isLiving } from '../trash-items.ts';

/** 業務のパック. */
export function packsPage(context: DashboardContext): Page {
  const t = strings[context.language];
  return { heading: t.packsTitle, lead: t.packsLead, content: <PacksContent {...context} /> };
}

const files = createPackFiles();

function PacksContent({ language, person, send, say }: DashboardContext) {
  const t = strings[language];
  const [chosen, setChosen] = useState(() => {
    const home = person.settings.department ?? '';
    return packName(home) === undefined ? (PACK_NAMES[0]?.id ?? '') : home;
  });
  const [pack, setPack] = useState<Pack>();
  useEffect(() => {
    let isLatest = true;
    files.pack(chosen).then(
      (read) => {
        if (isLatest) setPack(read);
      },
      () => {
        if (isLatest) say({ text: errors[language].loadFailed, tone: 'attention' });
      },
    );
    return () => {
      isLatest = false;
    };
  }, [chosen, language, say]);
  const adoptionOf = (packId: string, workflow: string): Adoption => {
    const from = person.workflows.filter(
      ({ source }) => source.kind === 'pack' && source.pack === packId && source.item === workflow,
    );
    const living = from.find(isLiving);
    if (living !== undefined) return { state: 'registered', id: living.id };
    const [deleted] = from;
    return deleted === undefined ? { state: 'none' } : { state: 'inTrash', id: deleted.id };
  };
  const adopt = async (from: Pack, workflow: PackWorkflow): Promise<void> => {
    const reply = await send({ type: 'adoptWorkflow', pack: from.id, workflow: workflow.id });
    if (reply.ok) say({ text: t.registered(workflow.name[language]) });
  };
  return (
    <PackBrowser
      names={PACK_NAMES}
      pack={pack?.id === chosen ? pack : undefined}
      language={language}
      chosen={chosen}
      onChoose={setChosen}
      adoptionOf={adoptionOf}
      workflowHref={(id) => routeHash({ page: 'workflows', id })}
      onRestore={(id, name) =>
        void send({ type: 'restoreWorkflow', id }).then((reply) => {
          if (reply.ok) say({ text: t.restored(name) });
        })
      }
      onAdopt={(from, workflow) => void adopt(from, workflow)}
    />
  );
}
