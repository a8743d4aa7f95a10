import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSeal, SealError } from './seal.ts';

let folder = '';
let keyFile = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banso-seal-'));
  keyFile = join(folder, 'deep', 'secret.key');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a seal', () => {
  it('opens what it closed, in the same place, also after a restart', () => {
    const sealed = createSeal(keyFile).close('https://hooks.example/秘密', 'a/b');
    expect(sealed).not.toContain('hooks');
    expect(createSeal(keyFile).open(sealed, 'a/b')).toBe('https://hooks.example/秘密');
  });

  it('never seals the same text to the same bytes', () => {
    const seal = createSeal(keyFile);
    expect(seal.close('same', 'p')).not.toBe(seal.close('same', 'p'));
  });

  it('refuses a secret that was moved to another row, or changed', () => {
    const seal = createSeal(keyFile);
    const sealed = seal.close('text', 'org/one');
    expect(() => seal.open(sealed, 'org/two')).toThrow(SealError);
    const flipped = sealed.slice(0, -2) + (sealed.endsWith('A') ? 'BB' : 'AA');
    expect(() => seal.open(flipped, 'org/one')).toThrow(/changed/);
    const short = sealed.slice(0, sealed.lastIndexOf('.') + 9);
    expect(() => seal.open(short, 'org/one')).toThrow(/changed/);
    expect(() => seal.open('plain text', 'org/one')).toThrow(/damaged/);
  });

  it('keeps its key to its owner', () => {
    createSeal(keyFile).close('text', 'p');
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  });

  it('says that the key is lost instead of making another one to open with', () => {
    const sealed = createSeal(keyFile).close('text', 'p');
    rmSync(keyFile);
    expect(() => createSeal(keyFile).open(sealed, 'p')).toThrow(/not in .*secret\.key/);
    const later = createSeal(keyFile);
    later.close('new secret', 'p');
    expect(() => later.open(sealed, 'p')).toThrow(/enter the channel’s secret again/i);
  });

  it('does not take a foreign file for a key, and leaves it alone', () => {
    createSeal(keyFile).close('text', 'p');
    writeFileSync(keyFile, 'not a key');
    expect(() => createSeal(keyFile).close('text', 'p')).toThrow(SealError);
    expect(readFileSync(keyFile, 'utf8')).toBe('not a key');
  });

  it('signs the same text alike, for this key only', () => {
    const seal = createSeal(keyFile);
    expect(seal.sign('a')).toBe(createSeal(keyFile).sign('a'));
    expect(seal.sign('a')).not.toBe(seal.sign('b'));
    expect(seal.sign('a')).not.toBe(createSeal(`${keyFile}2`).sign('a'));
  });
});
