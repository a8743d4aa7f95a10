import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { DrawnText } from './drawn-text.tsx';

/**
 * A note about something that happened or holds. `info` for the course of things, `done` after an act, `attention` when
 * the person is needed. `live` announces it when it appears; leave it out for what was there from the start.
 */
export function Notice({
  tone = 'info',
  title,
  live,
  action,
  children,
}: {
  readonly tone?: 'info' | 'done' | 'attention' | undefined;
  readonly title?: ReactNode;
  readonly live?: boolean | undefined;
  /** Button or link below the words. */
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div
      className={tone === 'attention' ? 'ui-notice ui-notice-attention' : 'ui-notice'}
      role={live === true ? 'status' : undefined}
    >
      <Icon name={tone === 'done' ? 'check' : 'info'} />
      <div className="ui-notice-body">
        {title !== undefined && <p className="ui-notice-title">{title}</p>}
        {children !== undefined && (
          <div>{typeof children === 'string' ? <DrawnText>{children}</DrawnText> : children}</div>
        )}
        {action !== undefined && <div className="ui-notice-action">{action}</div>}
      </div>
    </div>
  );
}
