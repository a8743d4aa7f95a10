import { useCallback, useEffect, useRef, useState } from 'react';
import type { HubAnswer } from '../../lib/app/hub-port.ts';
import type { HubTrouble } from '../../lib/contract/team.ts';

/** What came of asking the hub: nothing yet, its answer, or why there is none. */
export type Asked<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly trouble: HubTrouble };

type Ask<T> = () => Promise<HubAnswer<T>>;

/**
 * Asks when shown and whenever `ask` changes (keep it stable), and again on `again`, which keeps the last answer in sight meanwhile.
 * An answer to an earlier question is dropped.
 */
export function useAnswer<T>(ask: Ask<T>): [Asked<T>, again: () => void] {
  const [held, setHeld] = useState<{ readonly ask: Ask<T>; readonly asked: Asked<T> }>();
  const current = useRef<Ask<T>>(undefined);
  const run = useCallback(() => {
    current.current = ask;
    void ask().then((answer) => {
      if (current.current !== ask) return;
      const asked: Asked<T> = answer.ok
        ? { state: 'ready', value: answer.value }
        : { state: 'failed', trouble: answer.trouble };
      setHeld({ ask, asked });
    });
  }, [ask]);
  useEffect(() => {
    run();
    return () => {
      current.current = undefined;
    };
  }, [run]);
  return [held?.ask === ask ? held.asked : { state: 'loading' }, run];
}
