import type { DayKey } from '../../lib/domain/day.ts';
import type { Workflow } from '../../lib/domain/workflow.ts';
import { rhythmWords, shortDay } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { workflows as strings } from '../../lib/i18n/workflows.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import './workflows.css';

/** A workflow with what the list says about it. */
export interface ListedWorkflow {
  readonly workflow: Workflow;
  /** Due today and not yet run for this time round. */
  readonly due: boolean;
  readonly next: DayKey | undefined;
  readonly doneToday: boolean;
  readonly promptCount: number;
  readonly runsThisMonth: number;
  /** Name of the kind of work, and where it came from, in words. */
  readonly kindName: string;
  readonly sourceWords: string;
  readonly toolName: string;
}

/** The registered workflows, each with its rhythm in words and its next day. */
export function WorkflowList({
  items,
  language,
  today,
  editHref,
  onTick,
  onOpen,
  onDelete,
}: {
  readonly items: readonly ListedWorkflow[];
  readonly language: Language;
  readonly today: DayKey;
  readonly editHref: (id: string) => string;
  readonly onTick: (workflow: Workflow) => void;
  /** Opens the tool with the workflow's first prompt ready, not sent. */
  readonly onOpen: (workflow: Workflow) => void;
  readonly onDelete: (workflow: Workflow) => void;
}) {
  const t = strings[language];
  return (
    <ul className="workflows-list">
      {items.map((item) => {
        const { workflow, due, next, doneToday } = item;
        const when =
          due || next === today ? t.dueToday : next && t.nextDue(shortDay(next, language));
        return (
          <li key={workflow.id} className="workflows-item">
            <div className="workflows-body">
              <h2 className="workflows-name">
                <a href={editHref(workflow.id)}>{workflow.name}</a>
              </h2>
              <p className="workflows-facts">
                {due && !doneToday ? <Tag tone="due">{t.dueToday}</Tag> : null}
                {doneToday ? <Tag>{t.doneToday}</Tag> : null}
                <span>{rhythmWords(workflow.rhythm, language)}</span>
                {!(due && !doneToday) && when !== undefined && <span>{when}</span>}
                <span>{t.minutes(workflow.minutes)}</span>
                <span>{t.prompts(item.promptCount)}</span>
                {item.runsThisMonth > 0 && <span>{t.runsThisMonth(item.runsThisMonth)}</span>}
              </p>
              <p className="workflows-facts">
                <Tag>{item.kindName}</Tag>
                <Tag>{item.sourceWords}</Tag>
              </p>
            </div>
            <div className="workflows-actions">
              {item.promptCount > 0 && (
                <Button
                  icon="open"
                  size="small"
                  aria-label={t.openNamed(workflow.name, item.toolName)}
                  onClick={() => onOpen(workflow)}
                >
                  {t.open}
                </Button>
              )}
              <Button
                icon="check"
                size="small"
                disabled={doneToday}
                aria-label={t.tickNamed(workflow.name)}
                onClick={() => onTick(workflow)}
              >
                {t.tick}
              </Button>
              <ButtonLink
                icon="edit"
                size="small"
                variant="plain"
                aria-label={t.editNamed(workflow.name)}
                href={editHref(workflow.id)}
              >
                {t.edit}
              </ButtonLink>
              <Button
                icon="trash"
                size="small"
                variant="plain"
                aria-label={`${t.delete}: ${workflow.name}`}
                onClick={() => onDelete(workflow)}
              />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
