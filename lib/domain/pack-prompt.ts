/** Where a starter pack's prompt stands: pack, workflow, prompt. */
export interface PackPromptPath {
  readonly pack: string;
  readonly workflow: string;
  readonly prompt: string;
}

/**
 * The id of a pack's prompt that nobody registered yet, `pack/<pack>/<workflow>/<prompt>`. It is offered, filled and
 * inserted like any other; it belongs to no workflow, so starting it is no workflow run (METRICS.md M3) until the
 * person registers it. The parts are slugs without `/`.
 */
export function packPromptId({ pack, workflow, prompt }: PackPromptPath): string {
  return `pack/${pack}/${workflow}/${prompt}`;
}

/** Reads `packPromptId`; undefined for the id of a registered prompt. */
export function parsePackPromptId(id: string): PackPromptPath | undefined {
  const [kind, pack, workflow, prompt, ...rest] = id.split('/');
  if (kind !== 'pack' || !pack || !workflow || !prompt || rest.length > 0) return undefined;
  return { pack, workflow, prompt };
}
