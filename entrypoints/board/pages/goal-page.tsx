import { useCallback, useState } from 'react';
import { Appointment } from '../../../components/board/appointment.tsx';
import { GoalDocuments } from '../../../components/board/goal-documents.tsx';
import { GoalForm } from '../../../components/board/goal-form.tsx';
import { GoalPaper } from '../../../components/board/goal-paper.tsx';
import { Button, ButtonLink } from '../../../components/ui/button.tsx';
import { Card } from '../../../components/ui/card.tsx';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { percent } from '../../../lib/app/department-summary-words.ts';
import type { BoardHub } from '../../../lib/app/board-hub.ts';
import type { HubAnswer } from '../../../lib/app/hub-port.ts';
import type { GoalReply, ProgrammeReply } from '../../../lib/contract/hub/programme.ts';
import type { RosterEntry } from '../../../lib/contract/hub/organisation.ts';
import type { Role } from '../../../lib/contract/hub/people.ts';
import { board } from '../../../lib/i18n/board.ts';
import { instantWords, longDay } from '../../../lib/i18n/day-words.ts';
import { goal as words, purposes } from '../../../lib/i18n/goal.ts';
import type { BoardContext } from '../board-context.ts';
import { Failed } from '../hub-failed.tsx';
import { useAnswer } from '../use-answer.ts';

/** Everything the page is drawn from. */
interface Answers {
  readonly goal: GoalReply['goal'];
  readonly programme: ProgrammeReply;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  /** Registered workflows of the department in view. */
  readonly workflows: readonly { readonly id: string; readonly name: string }[];
  /** For the owner only. */
  readonly people: readonly RosterEntry[];
}

/** 目標: one page to show to staff; for the owner the four steps; the papers. */
export function GoalPage(context: BoardContext) {
  const { hub, department, role, language } = context;
  const { id } = department;
  const [asked, again] = useAnswer(useCallback(() => ask(hub, id, role), [hub, id, role]));
  if (asked.state === 'loading') return <output>{board[language].loading}</output>;
  if (asked.state === 'failed') {
    return <Failed trouble={asked.trouble} language={language} onRetry={again} />;
  }
  return <Goal {...context} answers={asked.value} again={again} />;
}

function Goal({
  hub,
  organisation,
  department,
  role,
  language,
  nowMs,
  copy,
  change,
  answers,
  again,
}: BoardContext & { readonly answers: Answers; readonly again: () => void }) {
  const t = words[language];
  const [busy, setBusy] = useState(false);
  const { goal, programme, departments, workflows, people } = answers;
  const isOwner = role === 'owner';
  const carryOut = async <T,>(answer: Promise<HubAnswer<T>>, done: string): Promise<void> => {
    setBusy(true);
    await change(answer, done);
    setBusy(false);
    again();
  };
  const shown = goal && {
    goal,
    departments: namesOf(goal.departmentIds, departments),
    workflows: namesOf(goal.workflowIds, workflows),
    champion: programme.champion?.name,
  };
  const form = (
    <GoalForm
      goal={goal}
      choices={{ departments, workflows, department: department.name }}
      {...{ language, busy }}
      onSave={({ ...next }) => void carryOut(hub.setGoal(next), t.savedSaid)}
    />
  );
  if (shown === undefined) {
    return (
      <>
        <EmptyState title={t.none} level={2}>
          {isOwner ? t.noneOwnerLead : t.noneLead}
        </EmptyState>
        {isOwner && <Card>{form}</Card>}
      </>
    );
  }
  const [first] = programme.missing.filter((step) => step === 'goal' || step === 'workflow');
  return (
    <>
      <div className="board-bar">
        <Button className="board-print" onClick={() => print()}>
          {board[language].print}
        </Button>
      </div>
      <GoalPaper
        shown={shown}
        language={language}
        foot={t.printed(organisation.name, instantWords(nowMs, language))}
      />
      <div className="board-stack board-screen-only">
        {isOwner && (
          <>
            <details className="board-more">
              <summary>{t.edit}</summary>
              {form}
            </details>
            <Appointment
              view={{
                department: department.name,
                people,
                champion: programme.champion?.name,
                first,
                busy,
              }}
              language={language}
              onAppoint={(memberId) =>
                void carryOut(hub.appoint(department.id, memberId), t.appointedSaid)
              }
            />
            <Card title={t.step4}>
              <p>{t.flow}</p>
              <ButtonLink icon="arrow" href="#/programme">
                {t.toProgramme}
              </ButtonLink>
            </Card>
          </>
        )}
        <GoalDocuments
          paper={{
            ...shown,
            organisation: organisation.name,
            purpose: purposes[language][shown.goal.purpose],
            sentence: shown.goal.sentence,
            share: percent(shown.goal.share),
            by: longDay(shown.goal.by, language),
            floor: organisation.floor,
          }}
          language={language}
          onCopy={copy}
        />
      </div>
    </>
  );
}

function namesOf(
  ids: readonly string[],
  known: readonly { readonly id: string; readonly name: string }[],
): string[] {
  return ids.flatMap((id) => known.find((each) => each.id === id)?.name ?? []);
}

async function ask(hub: BoardHub, id: string, role: Role): Promise<HubAnswer<Answers>> {
  const [goal, programme, departments, library, members] = await Promise.all([
    hub.goal(),
    hub.programme(id),
    hub.departments(),
    hub.library(id),
    role === 'owner' ? hub.members() : undefined,
  ]);
  if (!goal.ok) return goal;
  if (!programme.ok) return programme;
  if (!departments.ok) return departments;
  if (!library.ok) return library;
  if (members?.ok === false) return members;
  return {
    ok: true,
    value: {
      goal: goal.value.goal,
      programme: programme.value,
      departments: departments.value.departments,
      workflows: library.value.workflows.filter(({ state }) => state === 'registered'),
      // Those of the department first: the field found one part-time champion in each best.
      people: (members?.value.members ?? [])
        .filter((member) => member.role !== 'advisor')
        .toSorted((a, b) => Number(b.departmentId === id) - Number(a.departmentId === id)),
    },
  };
}
