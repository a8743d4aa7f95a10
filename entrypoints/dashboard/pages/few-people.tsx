import { useEffect, useState } from 'react';
import { AgreeToThree } from '../../../components/team/agree-to-three.tsx';
import type { TeamView } from '../../../lib/app/team-view.ts';
import { agreementSchema, type Agreement } from '../../../lib/contract/hub/people.ts';
import { errors } from '../../../lib/i18n/errors.ts';
import { team as strings } from '../../../lib/i18n/team.ts';
import { openOwnHub } from '../../../lib/platform/own-hub.ts';
import type { DashboardContext } from '../dashboard-context.ts';

/** Asked only where few people keep numbers from being shown; what the hub does not answer is not drawn. */
export function FewPeople({
  language,
  say,
  view,
}: Pick<DashboardContext, 'language' | 'say'> & { readonly view: TeamView }) {
  const t = strings[language];
  const [agreement, setAgreement] = useState<Agreement>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void askAgreement().then(setAgreement);
  }, []);
  const concerns = view.lines?.departments.some(({ hiddenBecause }) => hiddenBecause !== undefined);
  if (agreement === undefined || view.team.role === 'advisor') return undefined;
  if (concerns !== true && !agreement.agreed) return undefined;
  const change = async (agreed: boolean) => {
    setBusy(true);
    const changed = await askAgreement({ agreed });
    setBusy(false);
    if (changed === undefined) {
      say({ text: errors[language].hubUnreachable, tone: 'attention' });
      return;
    }
    setAgreement(changed);
    say({ text: agreed ? t.agreed : t.agreeUndone });
  };
  return (
    <AgreeToThree
      agreement={agreement}
      busy={busy}
      language={language}
      onChange={(agreed) => void change(agreed)}
    />
  );
}

async function askAgreement(change?: { readonly agreed: boolean }): Promise<Agreement | undefined> {
  const hub = await openOwnHub();
  const answer = await hub?.ask({
    method: change ? 'PUT' : 'GET',
    path: '/v1/me/agreement',
    answer: agreementSchema,
    ...(change ? { body: change } : {}),
  });
  return answer?.ok === true ? answer.value : undefined;
}
