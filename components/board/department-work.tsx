import { useState, type ReactNode } from 'react';
import type { PackOutline, PackWorkflowOutline } from '../../lib/contract/pack.ts';
import type { ReviewedWorkflow } from '../../lib/contract/hub/sharing.ts';
import { boardLibrary } from '../../lib/i18n/board-library.ts';
import { rhythmWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { sharing } from '../../lib/i18n/sharing.ts';
import { workflows as workflowWords } from '../../lib/i18n/workflows.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Select } from '../ui/field.tsx';
import { Tag } from '../ui/tag.tsx';
import './board.css';
import './library.css';

/** The department's workflows, retired ones included. */
export interface WorkView {
  readonly workflows: readonly ReviewedWorkflow[];
  readonly packs: readonly PackOutline[];
  /** Whether this person decides; advisors read along. */
  readonly canDecide: boolean;
  readonly busy: string | undefined;
}

/** What can be done about them. */
export interface WorkDeeds {
  readonly onRegister: (pack: PackOutline, workflow: PackWorkflowOutline) => void;
  readonly onRetire: (workflow: ReviewedWorkflow) => void;
  readonly onReuse: (workflow: ReviewedWorkflow) => void;
}

/** The department's workflows with their use, a pack to register more from, and a form for one by hand. */
export function DepartmentWork({
  view,
  language,
  deeds,
  byHand,
}: {
  readonly view: WorkView;
  readonly language: Language;
  readonly deeds: WorkDeeds;
  /** The form for one by hand, drawn when it is opened. */
  readonly byHand: ReactNode;
}) {
  const t = boardLibrary[language];
  const { canDecide, packs, busy } = view;
  const registered = view.workflows.filter(({ state }) => state === 'registered');
  const retired = view.workflows.filter(({ state }) => state === 'retired');
  return (
    <Card title={t.workflows}>
      <p className="board-soft">{t.workflowsLead}</p>
      {registered.length === 0 ? (
        <EmptyState title={t.workflowsNone}>{t.workflowsNoneLead}</EmptyState>
      ) : (
        <ul className="board-rows">
          {registered.map((workflow) => (
            <li key={workflow.id}>
              <WorkFacts workflow={workflow} language={language} />
              {canDecide && (
                <Button
                  size="small"
                  variant="plain"
                  busy={busy === workflow.id}
                  aria-label={t.retireNamed(workflow.name)}
                  onClick={() => deeds.onRetire(workflow)}
                >
                  {t.retire}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {retired.length > 0 && (
        <details className="board-more">
          <summary>{t.retiredOnes(retired.length)}</summary>
          <ul className="board-rows">
            {retired.map((workflow) => (
              <li key={workflow.id}>
                <WorkFacts workflow={workflow} language={language} />
                {canDecide && (
                  <Button
                    size="small"
                    aria-label={t.reuseNamed(workflow.name)}
                    onClick={() => deeds.onReuse(workflow)}
                  >
                    {t.reuse}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {canDecide && (
        <>
          <details className="board-more">
            <summary>{t.byPack}</summary>
            <FromPack
              {...{ packs, language, busy }}
              known={view.workflows}
              onRegister={deeds.onRegister}
            />
          </details>
          <details className="board-more">
            <summary>{t.byHand}</summary>
            {byHand}
          </details>
        </>
      )}
    </Card>
  );
}

function WorkFacts({
  workflow,
  language,
}: {
  readonly workflow: ReviewedWorkflow;
  readonly language: Language;
}) {
  const { use } = workflow;
  return (
    <div>
      <p className="board-row-name">{workflow.name}</p>
      <p className="board-facts">
        <span>{rhythmWords(workflow.rhythm, language)}</span>
        <span>{workflowWords[language].minutes(workflow.minutes)}</span>
        {use !== undefined && <span>{sharing[language].use(use.people, use.runs)}</span>}
      </p>
    </div>
  );
}

function FromPack({
  packs,
  known,
  language,
  busy,
  onRegister,
}: {
  readonly packs: readonly PackOutline[];
  readonly known: readonly ReviewedWorkflow[];
  readonly language: Language;
  readonly busy: string | undefined;
  readonly onRegister: (pack: PackOutline, workflow: PackWorkflowOutline) => void;
}) {
  const t = boardLibrary[language];
  const [chosen, setChosen] = useState(packs[0]?.id ?? '');
  const pack = packs.find(({ id }) => id === chosen);
  const isKnown = (item: string): boolean =>
    known.some(
      ({ source, state }) =>
        state === 'registered' && source?.pack === chosen && source.item === item,
    );
  return (
    <div className="board-stack">
      <Select
        label={t.packDepartment}
        value={chosen}
        options={packs.map(({ id, name }) => ({ value: id, label: name[language] }))}
        onChange={setChosen}
      />
      <ul className="board-rows">
        {pack?.workflows.map((workflow) => (
          <li key={workflow.id}>
            <div>
              <p className="board-row-name">{workflow.name[language]}</p>
              <p className="board-soft">{workflow.about[language]}</p>
            </div>
            {isKnown(workflow.id) ? (
              <Tag>{t.isRegistered}</Tag>
            ) : (
              <Button
                size="small"
                icon="plus"
                busy={busy === `${pack.id}/${workflow.id}`}
                aria-label={t.registerNamed(workflow.name[language])}
                onClick={() => onRegister(pack, workflow)}
              >
                {t.register}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
