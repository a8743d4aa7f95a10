import type { Pack, PackOutline } from '../contract/pack.ts';

/** The clock of the person's device. A port, so that rehearsals and tests can stand on any day. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Minutes east of UTC at an instant; Tokyo is 540. */
  utcOffsetMinutes(instantMs: number): number;
}

/**
 * Storage that survives the worker and the browser. One `write` is one transaction: all of it is there after a crash,
 * or nothing. Values are plain JSON.
 */
export interface KeyValueStore {
  /** The values of the keys that exist; all keys when none are named. */
  read(keys?: readonly string[]): Promise<Record<string, unknown>>;
  /** Names of all stored keys. */
  keys(): Promise<string[]>;
  /** Sets some keys; throws `StorageFullError` (storage-full-error.ts) when there is no room. */
  write(values: Readonly<Record<string, unknown>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

/** What an open tab of a tool is to the use-cases. */
export interface ToolTabs {
  /** Opens a new tab and returns its id. */
  open(url: string): Promise<number>;
  /** Tells every open tool page that something it was told has changed. */
  notifyChanged(): Promise<void>;
}

/** The starter packs, read when they are asked for and then kept. */
export interface PackSource {
  /** All of them without their texts, in the order in which they are offered. Rejects when they cannot be read. */
  outlines(): Promise<readonly PackOutline[]>;
  /** One whole; undefined for a pack this build does not have. Rejects when it cannot be read. */
  pack(id: string): Promise<Pack | undefined>;
}

/** Whether the browser lets us reach a hub; a page asks the person for it when they join. */
export interface HostAccess {
  has(hubUrl: string): Promise<boolean>;
  /** Gives the permission back after leaving; nothing happens when there was none. */
  giveBack(hubUrl: string): Promise<void>;
}

/** A stored item that could not be read, set aside untouched: quarantined rather than reset. */
export interface QuarantinedItem {
  /** Key under which it is set aside. */
  readonly key: string;
  /** Key under which it was found. */
  readonly originalKey: string;
  readonly foundAt: number;
  /** Why it could not be read, for a person to pass on; holds no values. */
  readonly reason: string;
  /** The value as it was. */
  readonly value: unknown;
}
