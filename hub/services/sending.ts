import type { Kysely } from 'kysely';
import type { Config } from '../config.ts';
import type { Database } from '../db/schema.ts';
import { createMailer, type Mailer } from '../delivery/mailer.ts';
import { createOutbound, type Outbound } from '../delivery/outbound.ts';
import { createChannels, type Channels } from '../repositories/channels.ts';
import { createDeliveries, type Deliveries } from '../repositories/deliveries.ts';
import { createSlots, type Slots } from '../repositories/slots.ts';
import { createSeal, type Seal } from './seal.ts';

/** All that summaries leave by. */
export interface Sending {
  readonly channels: Channels;
  readonly slots: Slots;
  readonly deliveries: Deliveries;
  readonly seal: Seal;
  readonly mailer: Mailer;
  readonly outbound: Outbound;
}

/** The parts over an open database. */
export function createSending(db: Kysely<Database>, config: Config): Sending {
  return {
    channels: createChannels(db),
    slots: createSlots(db),
    deliveries: createDeliveries(db),
    seal: createSeal(config.secretKeyFile),
    mailer: createMailer(config),
    outbound: createOutbound({ privateHosts: config.webhookPrivateHosts }),
  };
}
