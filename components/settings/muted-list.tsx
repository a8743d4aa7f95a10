import { Button } from '../ui/button.tsx';
import './settings.css';

/** What the person turned off one by one, each with a way back. Draws nothing when there is none. */
export function MutedList({
  title,
  items,
  backLabel,
  backNamed,
  onBack,
}: {
  readonly title: string;
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly backLabel: string;
  readonly backNamed: (name: string) => string;
  readonly onBack: (id: string) => void;
}) {
  if (items.length === 0) return null;
  return (
    <div>
      <h3 className="settings-subheading">{title}</h3>
      <ul className="settings-list">
        {items.map(({ id, name }) => (
          <li key={id}>
            <span>{name}</span>
            <Button
              size="small"
              variant="plain"
              aria-label={backNamed(name)}
              onClick={() => onBack(id)}
            >
              {backLabel}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
