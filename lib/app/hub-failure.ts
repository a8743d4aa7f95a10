import type { HubTrouble } from '../contract/team.ts';
import { CommandFailure } from './command-failure.ts';

/** What a person who asked the hub for something is told when it did not do it. */
export function failureOf({ kind, code }: HubTrouble): CommandFailure {
  const message = `hub: ${kind} ${code ?? ''}`;
  if (code === 'inviteInvalid') return new CommandFailure('inviteInvalid', message);
  if (code === 'conflict') return new CommandFailure('hubChanged', message);
  if (kind === 'busy') return new CommandFailure('hubBusy', message);
  if (kind === 'notPermitted') return new CommandFailure('hubNotPermitted', message);
  if (kind === 'unreachable' || kind === 'garbage') {
    return new CommandFailure('hubUnreachable', message);
  }
  return new CommandFailure('hubRefused', message);
}
