import { GOAL_DOCUMENTS, goalDocument, type GoalPaper } from '../../lib/i18n/goal-documents.ts';
import { goal as words } from '../../lib/i18n/goal.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import './library.css';

/** Notice, rules and checklist, filled from the goal: to read, and to copy as Markdown. */
export function GoalDocuments({
  paper,
  language,
  onCopy,
}: {
  readonly paper: GoalPaper;
  readonly language: Language;
  readonly onCopy: (text: string) => void;
}) {
  const t = words[language];
  return (
    <Card title={t.documents}>
      <p className="board-soft">{t.documentsLead}</p>
      {GOAL_DOCUMENTS.map((name) => {
        const text = goalDocument(name, paper, language);
        const title = t[`document_${name}`];
        return (
          <details key={name} className="board-more">
            <summary>{title}</summary>
            <div className="board-stack">
              <div className="goal-document">{text}</div>
              <div className="board-presses">
                <Button
                  size="small"
                  icon="copy"
                  aria-label={t.copyNamed(title)}
                  onClick={() => onCopy(text)}
                >
                  {t.copy}
                </Button>
              </div>
            </div>
          </details>
        );
      })}
    </Card>
  );
}
