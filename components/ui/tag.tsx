import type { ReactNode } from 'react';

/** A short fact about a thing: its source, its state. `due` for what comes round now. */
export function Tag({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'due' | undefined;
  readonly children: ReactNode;
}) {
  return <span className={tone === 'due' ? 'ui-tag ui-tag-due' : 'ui-tag'}>{children}</span>;
}
