import type { Hub } from '../hub.ts';
import type { Channel } from '../repositories/channels.ts';
import { sameSecret } from './secret-codes.ts';

/** Where a channel's secret is sealed to: its own row, so that it opens nowhere else. */
export function sealPlace({ organisationId, id }: Pick<Channel, 'organisationId' | 'id'>): string {
  return `${organisationId}/${id}`;
}

/** The link in a mail that stops it for this channel; nobody can make one for another. */
export function stopUrlOf(
  hub: Pick<Hub, 'config' | 'sending'>,
  channel: Pick<Channel, 'organisationId' | 'id'>,
): string {
  const place = sealPlace(channel);
  const token = `${Buffer.from(place).toString('base64url')}.${hub.sending.seal.sign(place)}`;
  return `${hub.config.publicUrl}/v1/unsubscribe?token=${token}`;
}

/** The channel a stop link is for; undefined for a token that this hub did not make. */
export function parseStopToken(
  hub: Pick<Hub, 'sending'>,
  token: string,
): Pick<Channel, 'organisationId' | 'id'> | undefined {
  const [encoded = '', signature = ''] = token.split('.');
  const place = Buffer.from(encoded, 'base64url').toString('utf8');
  const at = place.indexOf('/');
  if (at < 1 || !sameSecret(signature, hub.sending.seal.sign(place))) return undefined;
  return { organisationId: place.slice(0, at), id: place.slice(at + 1) };
}
