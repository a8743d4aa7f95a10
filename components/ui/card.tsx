import { useId, type ReactNode } from 'react';

/** A sheet of paper with a title, named by it for screen readers. `level` is the heading's, 2 unless nested. */
export function Card({
  title,
  level = 2,
  actions,
  children,
}: {
  readonly title?: ReactNode;
  readonly level?: 2 | 3 | 4 | undefined;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className="ui-card" aria-labelledby={title === undefined ? undefined : id}>
      {(title !== undefined || actions !== undefined) && (
        <div className="ui-card-head">
          {title !== undefined && (
            <Heading className="ui-card-title" id={id}>
              {title}
            </Heading>
          )}
          {actions !== undefined && <div className="ui-card-actions">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
