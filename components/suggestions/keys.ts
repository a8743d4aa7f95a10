/** Whether a key press belongs to an IME conversion; 229 is Safari's order, where the confirming Enter comes after its end. */
export function isConverting(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Where a step of the arrow keys leads in a list of `count`, round its ends; 0 for an empty one. */
export function stepTo(active: number, by: number, count: number): number {
  return count === 0 ? 0 : (active + by + count) % count;
}
