import type { HowTo } from '../../lib/contract/hub/help.ts';
import './help.css';

/** How-tos by title; each opens where it stands. */
export function HowToList({ howTos }: { readonly howTos: readonly HowTo[] }) {
  return (
    <ul className="help-how-tos">
      {howTos.map(({ id, title, text }) => (
        <li key={id}>
          <details>
            <summary>{title}</summary>
            <p className="help-text">{text}</p>
          </details>
        </li>
      ))}
    </ul>
  );
}
