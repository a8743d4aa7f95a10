/** A node of ours in someone's page. */
export interface OwnHost {
  /** What is put into the page. */
  readonly host: HTMLElement;
  /** Closed: only who made it gets in. */
  readonly shadow: ShadowRoot;
  /** What everything of ours stands in. */
  readonly cover: HTMLElement;
}

/**
 * Makes a host whose words the page cannot find: a page's `window.find` reaches into closed roots, but not into what an `object` shows
 * in its stead (docs/adr/0005). It is not in the page yet; what is inside is drawn, and takes the focus, only after its first layout.
 */
export function createHost(inside: HTMLElement): OwnHost {
  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  const cover = document.createElement('object');
  cover.append(inside);
  shadow.append(cover);
  return { host, shadow, cover };
}
