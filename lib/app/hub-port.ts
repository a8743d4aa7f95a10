import type { z } from 'zod';
import type { HubTrouble } from '../contract/team.ts';

/** One question to a hub. */
export interface HubRequest<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the hub's address, `/v1/lines?today=2026-11-22`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** What the answer must be; without it an empty answer, or any, is taken. */
  readonly answer?: z.ZodType<T> | undefined;
}

/** The hub's answer, or why there is none. */
export type HubAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly trouble: HubTrouble;
      /** How long the hub asked to wait. */
      readonly retryAfterMs?: number | undefined;
    };

/** A hub at its address, with this browser's token. Never rejects. */
export interface HubClient {
  ask<T = unknown>(request: HubRequest<T>): Promise<HubAnswer<T>>;
}

/** Where a hub is, and what opens it; no token before joining. */
export interface HubPlace {
  readonly hubUrl: string;
  readonly token?: string | undefined;
}

/** Makes a client; a port, so that tests stand a hub of their own behind it. */
export type OpenHub = (place: HubPlace) => HubClient;
