import { Fragment } from 'react';
import { keepCounted, splitAtDates } from '../../lib/i18n/counted.ts';

/** A sentence as it is drawn on a narrow screen: each date in one piece, and every figure beside what it counts. */
export function DrawnText({ children }: { readonly children: string }) {
  return splitAtDates(children).map((part, index) => {
    const kept = keepCounted(part);
    // A part has no name but its place, and the parts of a sentence do not move.
    const key = `${index} ${part}`;
    return index % 2 === 1 ? (
      <span key={key} className="ui-whole">
        {kept}
      </span>
    ) : (
      <Fragment key={key}>{kept}</Fragment>
    );
  });
}
