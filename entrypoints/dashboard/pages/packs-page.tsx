import { PACKS } from '../../../content/packs.ts';
import { routeHash } from '../../../components/dashboard/route.ts';
import { PackBrowser, type Adoption } from '../../../components/workflows/pack-browser.tsx';
import type { Pack, PackWorkflow } from '../../../lib/contract/pack.ts';
import { workflows as strings } from '../../../lib/i18n/workflows.ts';
import type { DashboardContext, Page } from '../dashboard-context.ts';
import { isLiving } from '../trash-items.ts';

/** 業務のパック. */
export function packsPage({ language, person, send, say }: DashboardContext): Page {
  const t = strings[language];
  const adoptionOf = (pack: string, workflow: string): Adoption => {
    const from = person.workflows.filter(
      ({ source }) => source.kind === 'pack' && source.pack === pack && source.item === workflow,
    );
    const living = from.find(isLiving);
    if (living !== undefined) return { state: 'registered', id: living.id };
    const [deleted] = from;
    return deleted === undefined ? { state: 'none' } : { state: 'inTrash', id: deleted.id };
  };
  const adopt = async (pack: Pack, workflow: PackWorkflow): Promise<void> => {
    const reply = await send({ type: 'adoptWorkflow', pack: pack.id, workflow: workflow.id });
    if (reply.ok) say({ text: t.registered(workflow.name[language]) });
  };
  return {
    heading: t.packsTitle,
    lead: t.packsLead,
    content: (
      <PackBrowser
        packs={PACKS}
        language={language}
        startPack={person.settings.department}
        adoptionOf={adoptionOf}
        workflowHref={(id) => routeHash({ page: 'workflows', id })}
        onRestore={(id, name) =>
          void send({ type: 'restoreWorkflow', id }).then((reply) => {
            if (reply.ok) say({ text: t.restored(name) });
          })
        }
        onAdopt={(pack, workflow) => void adopt(pack, workflow)}
      />
    ),
  };
}
