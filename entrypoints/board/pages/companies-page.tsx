import { useEffect, useState } from 'react';
import { AddCompany } from '../../../components/board/add-company.tsx';
import { CompanyList } from '../../../components/board/company-list.tsx';
import { Message, type Said } from '../../../components/dashboard/message.tsx';
import { ButtonLink } from '../../../components/ui/button.tsx';
import { createCompanyOverview } from '../../../lib/app/company-overview.ts';
import { parseInvite } from '../../../lib/app/invite-link.ts';
import { board } from '../../../lib/i18n/board.ts';
import { companies as strings } from '../../../lib/i18n/companies.ts';
import { errors } from '../../../lib/i18n/errors.ts';
import { joining } from '../../../lib/i18n/joining.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { askForHost } from '../../../lib/platform/host-access.ts';
import { sendCommand } from '../../../lib/platform/messages.ts';
import { openAdvisedHub, openOwnHub } from '../../../lib/platform/own-hub.ts';

interface Shown {
  readonly id: string;
  readonly name: string;
}

/** The id under which the person's own company is listed when they are its advisor. */
const OWN = 'own';
const open = (id: string) => (id === OWN ? openOwnHub() : openAdvisedHub(id));

/** 顧問先の会社: an advisor's companies side by side, each asked through its own connection. */
export function CompaniesPage({
  companies,
  language,
  onOpen,
}: {
  readonly companies: readonly Shown[];
  readonly language: Language;
  readonly onOpen: (id: string) => void;
}) {
  const t = strings[language];
  const looks = useLooks(companies.map(({ id }) => id).join(' '));
  const [said, setSaid] = useState<Said>();
  const [busy, setBusy] = useState(false);
  const add = async (invite: string, displayName: string): Promise<void> => {
    const parsed = parseInvite(invite);
    if (!parsed.ok) {
      setSaid({ text: errors[language].inviteUnreadable, tone: 'attention' });
      return;
    }
    // First, because the browser asks only in the press itself.
    if (!(await askForHost(parsed.place.hubUrl))) {
      setSaid({ text: joining[language].notPermitted, tone: 'attention' });
      return;
    }
    setBusy(true);
    const name = displayName === '' ? {} : { displayName };
    const reply = await sendCommand({ type: 'adviseCompany', invite, ...name });
    setBusy(false);
    setSaid(
      reply.ok ? { text: t.joined } : { text: errors[language][reply.code], tone: 'attention' },
    );
  };
  const leave = async (id: string, anyway: boolean): Promise<boolean> => {
    const reply = await sendCommand({ type: 'leaveAdvised', id, anyway });
    if (reply.ok) setSaid({ text: t.left });
    return reply.ok;
  };
  return (
    <>
      <div className="board-changed">
        <h2>{t.title}</h2>
        <p className="board-soft">{t.lead}</p>
      </div>
      <CompanyList
        companies={companies.map(({ id, name }) => ({
          id,
          name,
          look: looks.get(id),
          canLeave: id !== OWN,
        }))}
        language={language}
        onOpen={(id) => {
          onOpen(id);
          location.hash = '#/month';
        }}
        onLeave={leave}
      />
      <AddCompany
        language={language}
        busy={busy}
        onAdd={(invite, name) => void add(invite, name)}
      />
      <ButtonLink variant="plain" icon="back" href="#/week">
        {t.back}
      </ButtonLink>
      <Message said={said} closeLabel={board[language].close} onClose={() => setSaid(undefined)} />
    </>
  );
}

/** What the companies answered, asked anew whenever one comes or goes. */
function useLooks(ids: string) {
  const [, redraw] = useState(0);
  const [overview] = useState(() =>
    createCompanyOverview(open, () => redraw((count) => count + 1)),
  );
  useEffect(() => {
    void overview.ask(ids === '' ? [] : ids.split(' '));
  }, [overview, ids]);
  return overview.looks();
}
