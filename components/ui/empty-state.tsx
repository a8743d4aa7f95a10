import type { ReactNode } from 'react';

/** What stands where nothing is yet: what it will be, and the one thing to do next. `level` is the heading's. */
export function EmptyState({
  title,
  level = 3,
  action,
  children,
}: {
  readonly title: ReactNode;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="ui-empty">
      {/* A ring and the line to come: the product's own picture of "not yet". */}
      <svg
        className="ui-empty-drawing"
        viewBox="0 0 120 16"
        width="120"
        height="16"
        aria-hidden="true"
      >
        <circle cx="10" cy="8" r="5.5" fill="none" stroke="var(--ai)" strokeWidth="2" />
        {[28, 44, 60, 76, 92, 108].map((x) => (
          <circle key={x} cx={x} cy="8" r="1.5" fill="currentColor" />
        ))}
      </svg>
      <Heading className="ui-empty-title">{title}</Heading>
      {children !== undefined && <div className="ui-empty-text">{children}</div>}
      {action !== undefined && <div className="ui-empty-action">{action}</div>}
    </div>
  );
}
