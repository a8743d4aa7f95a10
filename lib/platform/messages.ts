import type { Command, CommandReply } from '../contract/commands.ts';
import { browser } from './browser.ts';

/**
 * Asks the background, which alone writes storage, to do something. Never rejects: a background that cannot be reached
 * answers `failed`. What changed is seen in storage, not in the reply.
 */
export async function sendCommand(command: Command): Promise<CommandReply> {
  try {
    const reply: unknown = await browser.runtime.sendMessage(command);
    if (isReply(reply)) return reply;
    return { ok: false, code: 'failed', message: 'the background gave no answer' };
  } catch (cause) {
    return { ok: false, code: 'failed', message: String(cause) };
  }
}

function isReply(value: unknown): value is CommandReply {
  return typeof value === 'object' && value !== null && 'ok' in value;
}
