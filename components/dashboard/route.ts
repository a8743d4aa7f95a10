import { weekOf, parseDay, mondayOfWeek, type WeekKey } from '../../lib/domain/day.ts';

/** Pages of the dashboard, in the order of its navigation. */
export const PAGES = [
  'year',
  'week',
  'workflows',
  'prompts',
  'packs',
  'team',
  'help',
  'calendar',
  'settings',
  'data',
  'trust',
] as const;

/** Name of a page; also its key in `lib/i18n/dashboard.ts`. */
export type PageName = (typeof PAGES)[number];

/** Where the dashboard stands. `id` is the thing within the page: a workflow, a prompt, a week, or `new`. */
export interface Route {
  readonly page: PageName | 'notFound';
  readonly id?: string | undefined;
  /** What the page starts with, such as the workflow that a new prompt serves. */
  readonly about?: string | undefined;
}

const WITH_ID: readonly PageName[] = ['week', 'workflows', 'prompts'];

/** Reads a location's hash (`#/workflows/new`); anything unknown is `notFound`, an empty one the year. Never throws. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [name = '', ...rest] = path.split('/');
  if (name === '' && rest.length === 0) return { page: 'year' };
  const page = PAGES.find((one) => one === name);
  if (page === undefined) return { page: 'notFound' };
  const about = new URLSearchParams(query).get('about') ?? undefined;
  if (rest.length === 0) return { page, about };
  const id = decoded(rest.join('/'));
  if (id === undefined || id === '' || !WITH_ID.includes(page)) return { page: 'notFound' };
  if (page === 'week' && parseWeek(id) === undefined) return { page: 'notFound' };
  return { page, id, about };
}

/** The hash of a route; `parseRoute` reads it back. */
export function routeHash({ page, id, about }: Route): string {
  if (page === 'year' || page === 'notFound') return '#/';
  const query = about === undefined ? '' : `?about=${encodeURIComponent(about)}`;
  return `#/${page}${id === undefined ? '' : `/${encodeURIComponent(id)}`}${query}`;
}

/** Reads `2026-W47`; undefined for anything else, a week that does not exist (2026-W54) included. */
export function parseWeek(text: string): WeekKey | undefined {
  if (!/^\d{4}-W\d{2}$/.test(text)) return undefined;
  const monday = parseDay(mondayOfWeek(text as WeekKey));
  return monday !== undefined && weekOf(monday) === text ? (text as WeekKey) : undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
