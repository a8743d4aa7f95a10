import { useState, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Wordmark } from '../ui/wordmark.tsx';
import { dashboard } from '../../lib/i18n/dashboard.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { routeHash, type PageName, type Route } from './route.ts';
import './shell.css';

const GROUPS: readonly (readonly PageName[])[] = [
  ['year', 'week'],
  ['workflows', 'prompts', 'packs'],
  ['team', 'help'],
  ['calendar', 'settings', 'data', 'trust'],
];

const ICONS: Readonly<Record<PageName, IconName>> = {
  year: 'line',
  week: 'mail',
  workflows: 'check',
  prompts: 'edit',
  packs: 'pack',
  team: 'team',
  help: 'hand',
  calendar: 'calendar',
  settings: 'settings',
  data: 'save',
  trust: 'shield',
};

/**
 * The dashboard's frame: a skip link, the pages at the left (a bar with a menu where it is narrow), and the page. The
 * heading's id is `page-heading`; whoever changes the route moves focus there.
 */
export function Shell({
  language,
  route,
  heading,
  lead,
  actions,
  notices,
  message,
  children,
}: {
  readonly language: Language;
  readonly route: Route;
  readonly heading: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** What needs the person on every page: paused, items set aside. */
  readonly notices?: ReactNode;
  /** The live region at the foot (`Message`). */
  readonly message?: ReactNode;
  readonly children: ReactNode;
}) {
  const t = dashboard[language];
  const [open, setOpen] = useState(false);
  return (
    <div className="shell">
      <a
        className="shell-skip"
        href="#page-heading"
        onClick={(event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>('#page-heading')?.focus();
        }}
      >
        {t.skip}
      </a>
      <header className="shell-side">
        <div className="shell-stay">
          <div className="shell-brand">
            <a className="shell-mark" href={routeHash({ page: 'year' })}>
              <Wordmark />
            </a>
            <span className="shell-menu">
              <Button
                variant="plain"
                aria-expanded={open}
                aria-controls="shell-nav"
                onClick={() => setOpen(!open)}
              >
                {t.nav}
                <Icon name={open ? 'close' : 'chevron'} />
              </Button>
            </span>
          </div>
          <nav
            className={open ? 'shell-nav shell-nav-open' : 'shell-nav'}
            id="shell-nav"
            aria-label={t.nav}
          >
            {GROUPS.map((group) => (
              <ul key={group[0]}>
                {group.map((page) => (
                  <li key={page}>
                    <a
                      className="shell-link"
                      href={routeHash({ page })}
                      aria-current={route.page === page ? 'page' : undefined}
                      onClick={() => setOpen(false)}
                    >
                      <Icon name={ICONS[page]} />
                      {t[page]}
                    </a>
                  </li>
                ))}
              </ul>
            ))}
          </nav>
        </div>
      </header>
      <main className="shell-main">
        {notices}
        <div className="shell-head">
          <div>
            <h1 className="shell-heading" id="page-heading" tabIndex={-1}>
              {heading}
            </h1>
            {lead !== undefined && <p className="shell-lead">{lead}</p>}
          </div>
          {actions !== undefined && <div className="shell-actions">{actions}</div>}
        </div>
        {children}
      </main>
      {message}
    </div>
  );
}
