import { describe, expect, it } from 'vitest';
import { boardPageOf, boardPagesOf, companySectionOf } from './board-frame.tsx';

describe('the board’s address', () => {
  it.each([
    ['', 'week', 'settings'],
    ['#/people', 'people', 'settings'],
    ['#/company', 'company', 'settings'],
    ['#/company/members', 'company', 'members'],
    ['#/company/calendar', 'company', 'calendar'],
    ['#/company/else', 'company', 'settings'],
    ['#/else', 'week', 'settings'],
    ['#people', 'week', 'settings'],
    ['#/constructor', 'week', 'settings'],
  ])('%j is the page %s, part %s', (hash, page, section) => {
    expect(boardPageOf(hash)).toBe(page);
    expect(companySectionOf(hash)).toBe(section);
  });
});

describe('the board’s pages', () => {
  it('have the whole company for the owner alone', () => {
    expect(boardPagesOf('owner')).toContain('company');
    expect(boardPagesOf('champion')).not.toContain('company');
    expect(boardPagesOf('champion')).toContain('calendar');
    expect(boardPagesOf('advisor')).toEqual([
      'week',
      'month',
      'programme',
      'attachment',
      'gap',
      'meetings',
      'goal',
      'help',
      'library',
      'news',
    ]);
  });
});
