import type { SharedWorkflow } from '../../lib/contract/hub/sharing.ts';
import { rhythmWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { sharing } from '../../lib/i18n/sharing.ts';
import { workflows as strings } from '../../lib/i18n/workflows.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import './workflows.css';

/** A workflow of the department that the person has not taken over. */
export interface OfferedWorkflow {
  readonly workflow: SharedWorkflow;
  /** Prompts that the department shares for it. */
  readonly promptCount: number;
}

/** The department's workflows that the person may add to their own; nothing when there are none. */
export function DepartmentWorkflows({
  department,
  items,
  language,
  onTakeOver,
}: {
  readonly department: string;
  readonly items: readonly OfferedWorkflow[];
  readonly language: Language;
  readonly onTakeOver: (workflow: SharedWorkflow) => void;
}) {
  const t = sharing[language];
  const w = strings[language];
  if (items.length === 0) return undefined;
  return (
    <Card title={t.workflowsHeading(department)}>
      <p className="workflows-kept">{t.workflowsLead}</p>
      <ul className="workflows-offered">
        {items.map(({ workflow, promptCount }) => (
          <li key={workflow.id} className="workflows-item">
            <div className="workflows-body">
              <h3 className="workflows-name">{workflow.name}</h3>
              <p className="workflows-facts">
                <span>{rhythmWords(workflow.rhythm, language)}</span>
                <span>{w.minutes(workflow.minutes)}</span>
                {promptCount > 0 && <span>{w.prompts(promptCount)}</span>}
              </p>
            </div>
            <Button
              icon="plus"
              size="small"
              aria-label={t.takeOverNamed(workflow.name)}
              onClick={() => onTakeOver(workflow)}
            >
              {t.takeOver}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
