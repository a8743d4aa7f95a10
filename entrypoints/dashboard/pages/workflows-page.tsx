import { PACK_NAMES, packName } from '../../../content/packs.ts';
import { routeHash } from '../../../components/dashboard/route.ts';
import { Trash } from '../../../components/dashboard/trash.tsx';
import { DepartmentWorkflows } from '../../../components/workflows/department-workflows.tsx';
import { WorkflowForm } from '../../../components/workflows/workflow-form.tsx';
import { WorkflowList, type ListedWorkflow } from '../../../components/workflows/workflow-list.tsx';
import { ButtonLink } from '../../../components/ui/button.tsx';
import { Card } from '../../../components/ui/card.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import type { WorkflowDraft } from '../../../lib/contract/workflow.ts';
import type { Calendar } from '../../../lib/domain/calendar.ts';
import { addDays, monthOf, type DayKey } from '../../../lib/domain/day.ts';
import { dayTotal } from '../../../lib/domain/ledger.ts';
import { dueWorkflows, nextDueDay, runDays } from '../../../lib/domain/rhythm.ts';
import type { Rhythm, Workflow } from '../../../lib/domain/workflow.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import { askForSite } from '../../../lib/platform/site-access.ts';
import { sharing } from '../../../lib/i18n/sharing.ts';
import { workflows as strings } from '../../../lib/i18n/workflows.ts';
import { TOOLS, toolById } from '../../../lib/sites/registry.ts';
import type { DashboardContext, Page } from '../dashboard-context.ts';
import { isLiving, trashItems } from '../trash-items.ts';

const NEXT_DAYS = 3;

/** 業務: the list, or one workflow's form. */
export function workflowsPage(context: DashboardContext): Page {
  const { language, person, route } = context;
  const t = strings[language];
  if (route.id === undefined) {
    return {
      heading: t.title,
      lead: t.lead,
      actions: (
        <>
          <ButtonLink icon="plus" href={routeHash({ page: 'packs' })}>
            {t.addFromPack}
          </ButtonLink>
          <ButtonLink
            variant="primary"
            icon="plus"
            href={routeHash({ page: 'workflows', id: 'new' })}
          >
            {t.add}
          </ButtonLink>
        </>
      ),
      content: <WorkflowsContent {...context} />,
    };
  }
  if (route.id === 'new') {
    return { heading: t.newTitle, content: <WorkflowContent {...context} /> };
  }
  const workflow = person.workflows.find(({ id }) => id === route.id);
  if (workflow === undefined || !isLiving(workflow)) {
    return {
      heading: t.notFound,
      content: (
        <EmptyState
          title={t.notFound}
          level={2}
          action={<ButtonLink href={routeHash({ page: 'workflows' })}>{t.back}</ButtonLink>}
        >
          {t.notFoundLead}
        </EmptyState>
      ),
    };
  }
  return {
    heading: workflow.name,
    content: <WorkflowContent {...context} workflow={workflow} />,
  };
}

function WorkflowsContent(context: DashboardContext) {
  const { language, person, say, send } = context;
  const t = strings[language];
  const items = listed(context);
  const restore = async (id: string, name: string): Promise<void> => {
    const reply = await send({ type: 'restoreWorkflow', id });
    if (reply.ok) say({ text: t.restored(name) });
  };
  const remove = async (workflow: Workflow): Promise<void> => {
    const reply = await send({ type: 'deleteWorkflow', id: workflow.id });
    if (!reply.ok) return;
    const undo = { label: t.undo, run: () => void restore(workflow.id, workflow.name) };
    say({ text: t.deleted(workflow.name), action: undo });
  };
  const open = async (workflow: Workflow): Promise<void> => {
    const prompt = person.prompts.find((each) => isLiving(each) && each.workflowId === workflow.id);
    if (prompt === undefined) return;
    const tool = workflow.tool === undefined ? {} : { tool: workflow.tool };
    await send({ type: 'openWithPrompt', promptId: prompt.id, ...tool });
  };
  const trash = trashItems(person.workflows, ({ name }) => name, t.daysLeft);
  return (
    <>
      {items.length === 0 ? (
        <EmptyState
          title={t.empty}
          level={2}
          action={
            <ButtonLink variant="primary" href={routeHash({ page: 'packs' })}>
              {t.addFromPack}
            </ButtonLink>
          }
        >
          {t.emptyLead}
        </EmptyState>
      ) : (
        <WorkflowList
          items={items}
          language={language}
          today={person.today}
          editHref={(id) => routeHash({ page: 'workflows', id })}
          onTick={(workflow) =>
            void send({ type: 'tickWorkflow', id: workflow.id }).then((reply) => {
              if (reply.ok) say({ text: t.ticked(workflow.name) });
            })
          }
          onOpen={(workflow) => void open(workflow)}
          onDelete={(workflow) => void remove(workflow)}
        />
      )}
      <Offered {...context} />
      <Trash
        title={t.trash(trash.length)}
        lead={t.trashLead}
        items={trash}
        restoreLabel={t.restore}
        restoreNamed={t.restoreNamed}
        onRestore={(id) =>
          void restore(id, person.workflows.find((each) => each.id === id)?.name ?? '')
        }
      />
    </>
  );
}

/** The department's workflows that are not the person's yet. */
function Offered({ language, person, send, say }: DashboardContext) {
  const { shared } = person;
  if (shared === undefined) return undefined;
  const own = new Set(person.workflows.filter(isLiving).map(({ id }) => id));
  return (
    <DepartmentWorkflows
      department={shared.department}
      items={shared.workflows
        .filter(({ id }) => !own.has(id))
        .map((workflow) => ({
          workflow,
          promptCount: shared.prompts.filter(
            ({ inUse, workflowId }) => inUse !== undefined && workflowId === workflow.id,
          ).length,
        }))}
      language={language}
      onTakeOver={({ id, name }) =>
        void send({ type: 'takeOverWorkflow', id }).then((reply) => {
          if (reply.ok) say({ text: sharing[language].takenOver(name) });
        })
      }
    />
  );
}

/** Living workflows, the ones due first, then by their next day. */
function listed({ person, calendar, language }: DashboardContext): ListedWorkflow[] {
  const runs = runDays(person.ledger);
  const living = person.workflows.filter(isLiving);
  const due = new Set(
    dueWorkflows({ workflows: living, calendar, today: person.today, runs }).map(
      ({ workflow }) => workflow.id,
    ),
  );
  return living
    .map((workflow): ListedWorkflow => {
      const doneToday = runs.get(workflow.id)?.has(person.today) ?? false;
      return {
        workflow,
        due: due.has(workflow.id),
        next: nextDueDay(workflow, calendar, doneToday ? addDays(person.today, 1) : person.today),
        doneToday,
        promptCount: person.prompts.filter(
          (each) => isLiving(each) && each.workflowId === workflow.id,
        ).length,
        runsThisMonth: runsInMonth(workflow.id, person),
        kindName: kindName(workflow.kind, language),
        sourceWords: sourceWords(workflow, language),
        toolName: toolById(workflow.tool ?? person.settings.preferredTool)?.name ?? '',
      };
    })
    .toSorted(
      (a, b) =>
        Number(b.due) - Number(a.due) ||
        (a.next ?? '9').localeCompare(b.next ?? '9') ||
        a.workflow.createdAt - b.workflow.createdAt,
    );
}

function sourceWords({ source }: Workflow, language: Language): string {
  const t = strings[language];
  const pack = source.kind === 'pack' ? packName(source.pack) : undefined;
  if (source.kind === 'department') return sharing[language].from(source.department);
  return pack === undefined ? t.sourceOwn : t.sourcePack(pack[language]);
}

function runsInMonth(id: string, { ledger, today }: DashboardContext['person']): number {
  return Object.entries(ledger)
    .filter(([day]) => monthOf(day as DayKey) === monthOf(today))
    .reduce((sum, [, day]) => sum + (dayTotal(day).runs[id] ?? 0), 0);
}

function kindName(kind: string, language: Language): string {
  return packName(kind)?.[language] ?? strings[language].kindOther;
}

function WorkflowContent({
  workflow,
  ...context
}: DashboardContext & { readonly workflow?: Workflow | undefined }) {
  const { language, person, calendar, send, say, go } = context;
  const t = strings[language];
  const save = async (draft: WorkflowDraft): Promise<void> => {
    // First thing in the press, or the browser would not ask; nothing waits for the answer.
    if (draft.site !== undefined) {
      void askForSite(draft.site).then((isAllowed) => {
        if (!isAllowed) say({ text: t.siteRefused(draft.name) });
      });
    }
    const reply = await send({
      type: 'saveWorkflow',
      workflow: draft,
      ...(workflow === undefined ? {} : { id: workflow.id }),
    });
    if (!reply.ok) return;
    say({ text: workflow === undefined ? t.registered(draft.name) : t.saved });
    // A new one goes on to its own page: its prompts come next.
    const isNew = workflow === undefined && reply.id !== undefined;
    go({ page: 'workflows', id: isNew ? reply.id : undefined });
  };
  return (
    <WorkflowForm
      language={language}
      workflow={workflow}
      kinds={[
        ...PACK_NAMES.map(({ id, name }) => ({ id, name: name[language] })),
        ...(workflow === undefined ||
        packName(workflow.kind) !== undefined ||
        workflow.kind === 'other'
          ? []
          : [{ id: workflow.kind, name: workflow.kind }]),
        { id: 'other', name: t.kindOther },
      ]}
      startKind={person.settings.department ?? 'other'}
      tools={TOOLS}
      usualTool={toolById(person.settings.preferredTool)?.name ?? ''}
      nextDays={(rhythm) => nextDays({ rhythm, calendar, today: person.today })}
      onSave={save}
      cancelHref={routeHash({ page: 'workflows' })}
    >
      <WorkflowPrompts {...context} workflow={workflow} />
    </WorkflowForm>
  );
}

function WorkflowPrompts({
  workflow,
  person,
  language,
}: DashboardContext & { readonly workflow: Workflow | undefined }) {
  const t = strings[language];
  const prompts = person.prompts.filter(
    (each) => workflow !== undefined && isLiving(each) && each.workflowId === workflow.id,
  );
  return (
    <Card
      title={t.promptsHeading}
      actions={
        workflow !== undefined && (
          <ButtonLink
            size="small"
            icon="plus"
            href={routeHash({ page: 'prompts', id: 'new', about: workflow.id })}
          >
            {t.addPrompt}
          </ButtonLink>
        )
      }
    >
      {prompts.length === 0 && (
        <p>{workflow === undefined ? t.savePromptsFirst : t.promptsEmpty}</p>
      )}
      <ul className="workflows-prompts">
        {prompts.map(({ id, title }) => (
          <li key={id}>
            <a href={routeHash({ page: 'prompts', id })}>{title}</a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The next few days a rhythm comes due; none for one whose numbers are not filled in yet. */
function nextDays({
  rhythm,
  calendar,
  today,
}: {
  readonly rhythm: Rhythm;
  readonly calendar: Calendar;
  readonly today: DayKey;
}): DayKey[] {
  const isFilled =
    rhythm.kind === 'monthlyDay'
      ? rhythm.day >= 1 && rhythm.day <= 31
      : rhythm.kind === 'monthlyLastWorkday'
        ? rhythm.nth >= 1
        : true;
  if (!isFilled) return [];
  const workflow: Workflow = {
    id: '',
    name: '',
    kind: 'other',
    rhythm,
    minutes: 1,
    source: { kind: 'own' },
    createdAt: 0,
    updatedAt: 0,
  };
  const days: DayKey[] = [];
  let from = today;
  while (days.length < NEXT_DAYS) {
    const next = nextDueDay(workflow, calendar, from);
    if (next === undefined) break;
    days.push(next);
    from = addDays(next, 1);
  }
  return days;
}
