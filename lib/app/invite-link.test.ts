import { expect, test } from 'vitest';
import { hostPattern, parseInvite } from './invite-link.ts';

const CODE = 'acme000000000000.Jx3v5tq9wLr2bC8yTgQm4A';

test.each([
  [`https://hub.example/join#${CODE}`, 'https://hub.example', CODE, 'invite'],
  [`https://hub.example:8443/banso/join#${CODE}`, 'https://hub.example:8443/banso', CODE, 'invite'],
  [`  「https://hub.example/join/#${CODE}」\n`, 'https://hub.example', CODE, 'invite'],
  [
    `https://hub.example/join#acme000000000000.\n Jx3v5tq9wLr2bC8yTgQm4A`,
    'https://hub.example',
    CODE,
    'invite',
  ],
  [`http://127.0.0.1:8787/join#${CODE}`, 'http://127.0.0.1:8787', CODE, 'invite'],
  ['https://hub.example/join#device:K7QX-3M9D', 'https://hub.example', 'K7QX-3M9D', 'device'],
  ['https://hub.example/join#setup:x_9-Yz0aBcdE', 'https://hub.example', 'x_9-Yz0aBcdE', 'setup'],
])('reads %j', (text, hubUrl, code, kind) => {
  expect(parseInvite(text)).toEqual({ ok: true, place: { hubUrl, code, kind } });
});

test.each([
  ['', 'empty'],
  [CODE, 'notALink'],
  ['https://hub.example/', 'notALink'],
  ['https://hub.example/join', 'notALink'],
  ['https://hub.example/join#"quoted"', 'notALink'],
  ['javascript:alert(1)//join#abcdef', 'notSafe'],
  [`http://hub.example/join#${CODE}`, 'notSafe'],
  [`http://127.0.0.1.evil.example/join#${CODE}`, 'notSafe'],
  [`ftp://hub.example/join#${CODE}`, 'notSafe'],
])('refuses %j as %s', (text, reason) => {
  expect(parseInvite(text)).toEqual({ ok: false, reason });
});

test('asks for one host and no port', () => {
  expect(hostPattern('https://hub.example:8443/banso')).toBe('https://hub.example/*');
  expect(hostPattern('http://localhost:8787')).toBe('http://localhost/*');
});
