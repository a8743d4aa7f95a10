import type { ReactNode } from 'react';

/** Text for screen readers that is not drawn. Must stand in a positioned or unclipped place; takes no room. */
export function Hidden({ children }: { readonly children: ReactNode }) {
  return <span className="ui-hidden">{children}</span>;
}
