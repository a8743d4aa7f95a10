import { useState } from 'react';
import { routeHash } from '../../../components/dashboard/route.ts';
import { Year } from '../../../components/dashboard/year.tsx';
import { yearView, type Period } from '../../../components/dashboard/year-view.ts';
import { ButtonLink } from '../../../components/ui/button.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { isVisitDay } from '../../../lib/domain/ledger.ts';
import { dashboard } from '../../../lib/i18n/dashboard.ts';
import { TOOLS, toolById } from '../../../lib/sites/registry.ts';
import type { DashboardContext, Page } from '../dashboard-context.ts';

/** わたしの一年. */
export function yearPage(context: DashboardContext): Page {
  const t = dashboard[context.language];
  return { heading: t.year, lead: t.yearLead, content: <YearContent {...context} /> };
}

function YearContent({ person, calendar, language }: DashboardContext) {
  const t = dashboard[language];
  const [period, setPeriod] = useState<Period>('last');
  const [tool, setTool] = useState<string>();
  if (!Object.values(person.ledger).some(isVisitDay)) return <FirstDay {...{ person, language }} />;
  const view = yearView({
    ledger: person.ledger,
    calendar,
    startedOn: person.startedOn,
    today: person.today,
    weeklyGoal: person.settings.weeklyGoal,
    period,
    tools: TOOLS.map(({ id }) => id),
  });
  const hasWorkflows = person.workflows.some(({ deletedAt }) => deletedAt === undefined);
  return (
    <>
      <Year
        view={view}
        today={person.today}
        language={language}
        period={period}
        onPeriod={setPeriod}
        tool={tool}
        onTool={setTool}
        toolName={(id) => toolById(id)?.name ?? id}
      />
      {!hasWorkflows && (
        <EmptyState
          title={t.firstStep}
          level={2}
          action={<ButtonLink href={routeHash({ page: 'packs' })}>{t.firstStepAction}</ButtonLink>}
        >
          {t.firstStepLead}
        </EmptyState>
      )}
    </>
  );
}

function FirstDay({ person, language }: Pick<DashboardContext, 'person' | 'language'>) {
  const t = dashboard[language];
  const tool = toolById(person.settings.preferredTool) ?? TOOLS[0];
  return (
    <EmptyState
      title={t.yearEmpty}
      level={2}
      action={
        <ButtonLink
          variant="primary"
          icon="open"
          href={tool.newChatUrl}
          target="_blank"
          rel="noreferrer"
        >
          {t.yearEmptyAction(tool.name)}
        </ButtonLink>
      }
    >
      {t.yearEmptyLead}
    </EmptyState>
  );
}
