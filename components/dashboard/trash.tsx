import { Button } from '../ui/button.tsx';
import './shell.css';

/** A deleted thing and how long it stays. */
export interface TrashItem {
  readonly id: string;
  readonly name: string;
  readonly daysLeft: string;
}

/** Deleted workflows or prompts, folded away; draws nothing while there are none. */
export function Trash({
  title,
  lead,
  items,
  restoreLabel,
  restoreNamed,
  onRestore,
}: {
  readonly title: string;
  readonly lead: string;
  readonly items: readonly TrashItem[];
  readonly restoreLabel: string;
  readonly restoreNamed: (name: string) => string;
  readonly onRestore: (id: string) => void;
}) {
  if (items.length === 0) return null;
  return (
    <details className="trash">
      <summary className="trash-title">{title}</summary>
      <p className="trash-lead">{lead}</p>
      <ul className="trash-list">
        {items.map(({ id, name, daysLeft }) => (
          <li key={id} className="trash-item">
            <span className="trash-name">{name}</span>
            <span className="trash-left">{daysLeft}</span>
            <Button
              icon="undo"
              size="small"
              aria-label={restoreNamed(name)}
              onClick={() => onRestore(id)}
            >
              {restoreLabel}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
