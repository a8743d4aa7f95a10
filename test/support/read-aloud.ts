/** A mail's HTML without what only keeps words together: spaces that do not break, and the wrapping of dates. */
export function readAloud(html: unknown): string {
  return String(html)
    .replaceAll('\u00a0', ' ')
    .replaceAll(/<span style="white-space:nowrap">([^<]+)<\/span>/g, '$1');
}
