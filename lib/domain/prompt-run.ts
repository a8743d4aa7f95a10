const PREFIX = 'prompt/';

/**
 * The name under which a ledger counts the runs of a department's prompt, beside those of its workflow
 * (docs/adr/0016-shared-ids.md). No workflow's id begins so: a registered one is a UUID or what a department chose, without `/`.
 */
export function promptRunId(promptId: string): string {
  return `${PREFIX}${promptId}`;
}

/** Whether a name in a ledger's runs is a prompt's and not a workflow's. */
export function isPromptRun(id: string): boolean {
  return id.startsWith(PREFIX);
}
