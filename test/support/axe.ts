import type { Page } from '@playwright/test';
import axe, { type AxeResults, type ImpactValue, type RunOptions } from 'axe-core';

interface WithAxe {
  readonly axe: {
    readonly run: (context: Document, options: RunOptions) => Promise<AxeResults>;
  };
}

/** What is looked at; everything by default. */
export interface AxeScope {
  /** Only violations of these impacts count. */
  readonly impacts?: readonly ImpactValue[];
  /** Rules that are another page's matter. */
  readonly without?: readonly string[];
}

/** Any page with something on it keeps more rules than this; one that keeps fewer was not there yet. */
const FEWEST_KEPT = 8;

/**
 * What axe finds in a page as it stands once its movements have ended, its main frame: one line a broken rule, with the markup that breaks it. A page
 * that shows nothing is a finding too. Every rule runs on every element; only of those kept no list of elements is made,
 * which is most of the time that axe takes.
 */
export async function axeViolations(page: Page, scope: AxeScope = {}): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(axe.source);
  const { violations, kept } = await page.evaluate(async (without) => {
    // What is still fading in has colours that nobody reads.
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
    const found = await (window as unknown as WithAxe).axe.run(document, {
      resultTypes: ['violations'],
      rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    });
    return {
      kept: found.passes.length,
      violations: found.violations.map(({ id, impact, nodes }) => ({
        impact: impact ?? null,
        told: `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
      })),
    };
  }, scope.without ?? []);
  const told = violations
    .filter(({ impact }) => scope.impacts === undefined || scope.impacts.includes(impact))
    .map((violation) => violation.told);
  return kept < FEWEST_KEPT ? [...told, `only ${kept} rules had something to look at`] : told;
}
