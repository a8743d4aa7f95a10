import { useEffect, useState } from 'react';
import { AskForm, type Asked } from '../../../components/help/ask-form.tsx';
import { HowToList } from '../../../components/help/how-to-list.tsx';
import { OwnQuestions } from '../../../components/help/own-questions.tsx';
import { routeHash } from '../../../components/dashboard/route.ts';
import { ButtonLink } from '../../../components/ui/button.tsx';
import { Card } from '../../../components/ui/card.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import type { HelpView, ShownQuestion } from '../../../lib/app/help-questions.ts';
import type { Command } from '../../../lib/contract/commands.ts';
import { dashboard } from '../../../lib/i18n/dashboard.ts';
import { help as strings } from '../../../lib/i18n/help.ts';
import type { DashboardContext, Page } from '../dashboard-context.ts';

/** 手を挙げる: a question to the champion, one's own with their answers, and the department's how-tos. */
export function helpPage(context: DashboardContext): Page {
  const { language, person } = context;
  const t = strings[language];
  return {
    heading: dashboard[language].help,
    lead: t.lead,
    content:
      person.help === undefined ? (
        <EmptyState
          title={t.noTeam}
          level={2}
          action={
            <ButtonLink variant="primary" href={routeHash({ page: 'team' })}>
              {t.noTeamAction}
            </ButtonLink>
          }
        >
          {t.noTeamLead}
        </EmptyState>
      ) : (
        <Help {...context} view={person.help} />
      ),
  };
}

function Help({
  language,
  person,
  route,
  send,
  say,
  view,
}: DashboardContext & { readonly view: HelpView }) {
  const t = strings[language];
  const [busy, setBusy] = useState<string>();
  const workflows = person.shared?.workflows ?? [];
  // What the palette was opened at, where the department has it.
  const about = workflows.find(({ id }) => id === route.about)?.id;
  const news = view.questions.flatMap(({ id, isNew }) => (isNew ? [id] : [])).join(' ');
  useEffect(() => {
    // What came in since, once an opening.
    void send({ type: 'syncTeam', asked: true });
  }, [send]);
  useEffect(() => {
    // Being drawn counts as read.
    if (news !== '') void send({ type: 'seeAnswers', ids: news.split(' ') });
  }, [news, send]);
  const ask = async (asked: Asked) => {
    const { toChat, ...question } = asked;
    const told = toChat === undefined ? {} : { toChat: [...toChat] };
    const { ok } = await send({ type: 'askForHelp', ...question, ...told });
    if (!ok) return false;
    say({ text: t.sent });
    void send({ type: 'syncTeam', asked: true });
    return true;
  };
  const carryOut = async (command: Command & { readonly id: string }, done: string) => {
    setBusy(command.id);
    const { ok } = await send(command);
    setBusy(undefined);
    if (ok) say({ text: done });
  };
  return (
    <>
      <OwnQuestions
        questions={view.questions}
        language={language}
        busy={busy}
        nameOf={(id) => workflows.find((workflow) => workflow.id === id)?.name}
        onSettle={({ id }: ShownQuestion) =>
          void carryOut({ type: 'settleQuestion', id }, t.settled)
        }
        onWithdraw={({ id }: ShownQuestion) =>
          void carryOut({ type: 'withdrawQuestion', id }, t.withdrawn)
        }
      />
      <AskForm
        key={about}
        initialWorkflowId={about}
        howTos={view.howTos}
        chats={view.chats}
        {...{ workflows, language }}
        onAsk={ask}
      />
      {view.howTos.length > 0 && (
        <Card title={t.howTos}>
          <p className="help-soft">{t.howTosLead}</p>
          <HowToList howTos={view.howTos} />
        </Card>
      )}
    </>
  );
}
