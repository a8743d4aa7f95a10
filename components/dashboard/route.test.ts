import { describe, expect, it } from 'vitest';
import { PAGES, parseRoute, parseWeek, routeHash } from './route.ts';

describe('parseRoute', () => {
  it.each([
    ['', { page: 'year' }],
    ['#/', { page: 'year' }],
    ['#/workflows', { page: 'workflows' }],
    ['#/workflows/new', { page: 'workflows', id: 'new' }],
    ['#/workflows/a%2Fb', { page: 'workflows', id: 'a/b' }],
    ['#/prompts/new?about=w1', { page: 'prompts', id: 'new', about: 'w1' }],
    ['#/week/2026-W47', { page: 'week', id: '2026-W47' }],
    ['#/week/2026-W54', { page: 'notFound' }],
    ['#/settings/x', { page: 'notFound' }],
    ['#/workflows/', { page: 'notFound' }],
    ['#/workflows/%E0%A4%A', { page: 'notFound' }],
    ['#/nothing', { page: 'notFound' }],
    ['#//evil', { page: 'notFound' }],
  ])('reads %s', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it('reads back what routeHash writes', () => {
    for (const page of PAGES) expect(parseRoute(routeHash({ page }))).toEqual({ page });
    const route = { page: 'prompts', id: 'a/b ?#', about: 'w 1' } as const;
    expect(parseRoute(routeHash(route))).toEqual(route);
  });
});

describe('parseWeek', () => {
  it('takes only weeks that exist', () => {
    expect(parseWeek('2026-W53')).toBe('2026-W53');
    expect(parseWeek('2025-W53')).toBeUndefined();
    expect(parseWeek('2026-W00')).toBeUndefined();
    expect(parseWeek('2026-47')).toBeUndefined();
  });
});
