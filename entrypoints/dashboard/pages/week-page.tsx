import { useMemo } from 'react';
import { parseWeek, routeHash } from '../../../components/dashboard/route.ts';
import { lineWindow } from '../../../components/line/window.ts';
import { ShareSummary } from '../../../components/summary/share-summary.tsx';
import { WeekSummary } from '../../../components/summary/week-summary.tsx';
import { ButtonLink } from '../../../components/ui/button.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import type { PersonState } from '../../../lib/app/person-state.ts';
import { departmentWorkflow } from '../../../lib/app/shared-library.ts';
import { summaryHtml, summaryInWords, summaryText } from '../../../lib/app/render-summary.ts';
import { emlFile, mailtoLink } from '../../../lib/app/summary-mail.ts';
import { addDays, mondayOf, mondayOfWeek, weekOf, type WeekKey } from '../../../lib/domain/day.ts';
import type { Workflow } from '../../../lib/domain/workflow.ts';
import { summariseWeek } from '../../../lib/domain/weekly-summary.ts';
import { summary as strings } from '../../../lib/i18n/summary.ts';
import type { DashboardContext, Page } from '../dashboard-context.ts';
import { copyHtml, copyText, saveFile } from '../device.ts';

/** 週のまとめ: the last completed week unless the address names another. */
export function weekPage(context: DashboardContext): Page {
  const { language, person, route } = context;
  const t = strings[language];
  const thisWeek = weekOf(person.today);
  const firstWeek = weekOf(person.startedOn);
  const lastWeek = weekOf(addDays(person.today, -7));
  const week = parseWeek(route.id ?? '') ?? (lastWeek < firstWeek ? thisWeek : lastWeek);
  const isShown = week >= firstWeek && week <= thisWeek;
  const words = isShown ? undefined : t.empty;
  return {
    heading: words ?? t.title,
    lead: isShown ? weekWords(context, week).heading : undefined,
    actions: isShown && <WeekSwitch {...context} week={week} />,
    content: isShown ? (
      <WeekContent {...context} week={week} />
    ) : (
      <EmptyState
        title={t.empty}
        level={2}
        action={<ButtonLink href={routeHash({ page: 'year' })}>{t.toYear}</ButtonLink>}
      >
        {t.emptyLead}
      </EmptyState>
    ),
  };
}

type WeekProps = DashboardContext & { readonly week: WeekKey };

function summaryOf({ person, calendar }: DashboardContext, week: WeekKey) {
  return summariseWeek({
    ledger: person.ledger,
    workflows: [...person.workflows, ...ranForDepartment(person)],
    calendar,
    startedOn: person.startedOn,
    today: person.today,
    weeklyGoal: person.settings.weeklyGoal,
    week,
  });
}

/** The department's workflows that the person has not registered: their runs are named, and they never come due. */
function ranForDepartment({ shared, workflows }: PersonState): Workflow[] {
  const own = new Set(workflows.map(({ id }) => id));
  return (shared?.workflows ?? [])
    .filter(({ id }) => !own.has(id))
    .map((workflow) => ({
      ...departmentWorkflow(workflow, shared?.department ?? ''),
      deletedAt: workflow.updatedAt,
    }));
}

function weekWords(context: DashboardContext, week: WeekKey) {
  const { language, person } = context;
  return summaryInWords(summaryOf(context, week), language, person.settings.weeklyGoal);
}

function WeekSwitch({ week, language, person }: WeekProps) {
  const t = strings[language];
  const before = weekOf(addDays(mondayOfWeek(week), -7));
  const after = weekOf(addDays(mondayOfWeek(week), 7));
  return (
    <nav className="summary-weeks" aria-label={t.chooseWeek}>
      {before >= weekOf(person.startedOn) && (
        <ButtonLink size="small" icon="back" href={routeHash({ page: 'week', id: before })}>
          {t.previousWeek}
        </ButtonLink>
      )}
      {after <= weekOf(person.today) && (
        <ButtonLink size="small" icon="arrow" href={routeHash({ page: 'week', id: after })}>
          {t.nextWeek}
        </ButtonLink>
      )}
    </nav>
  );
}

const WEEKS_SHOWN = 4;

function WeekContent(props: WeekProps) {
  const { week, language, person, calendar, say } = props;
  const t = strings[language];
  const { weeklyGoal, championEmail } = person.settings;
  const data = useMemo(
    () => summaryOf(props, week),
    // oxlint-disable-next-line react/exhaustive-deps
    [person, calendar, week],
  );
  const words = summaryInWords(data, language, weeklyGoal);
  const text = summaryText(words, language);
  const html = summaryHtml(words, language);
  const lastDay = data.to < person.today ? data.to : person.today;
  const drawn = lineWindow({
    days: data.line.days,
    today: lastDay,
    startedOn: person.startedOn,
    weeks: WEEKS_SHOWN,
    isScheduled: (day) => calendar.isScheduled(day),
  });
  const mail = mailtoLink({
    to: championEmail,
    subject: words.subject,
    text: `${t.greeting}\n\n${text}`,
    foot: t.promise,
  });
  return (
    <>
      <WeekSummary
        data={words}
        marks={drawn.marks}
        entering={drawn.entering}
        today={person.today}
        running={mondayOf(person.today) === data.from}
        language={language}
      />
      <ShareSummary
        text={text}
        mailto={mail.href}
        mailIsCut={mail.cut}
        address={championEmail}
        language={language}
        onCopyText={() =>
          void copyText(text).then((ok) => say({ text: ok ? t.copiedText : t.copyFailed }))
        }
        onCopyHtml={() =>
          void copyHtml(html, text).then((ok) => say({ text: ok ? t.copiedHtml : t.copyFailed }))
        }
        onSaveEml={() =>
          saveFile(
            `banso-${week}.eml`,
            emlFile({ to: championEmail, subject: words.subject, text, html }),
            'message/rfc822',
          )
        }
      />
    </>
  );
}
