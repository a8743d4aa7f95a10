import { describe, expect, it } from 'vitest';
import { emlFile, mailtoLink } from './summary-mail.ts';

const draft = {
  to: 'tantou@example.co.jp',
  subject: 'AI 活用の週のまとめ：いちばん長い線が 14 日になりました',
  text: '一行目\n二行目',
  html: '<p>一行目</p>',
};

describe('mailtoLink', () => {
  it('carries recipient, subject, text and foot', () => {
    const { href, cut } = mailtoLink({ ...draft, foot: '約束' });
    const url = new URL(href);
    expect(url.pathname).toBe('tantou@example.co.jp');
    expect(url.searchParams.get('subject')).toBe(draft.subject);
    expect(url.searchParams.get('body')).toBe('一行目\r\n二行目\r\n\r\n約束');
    expect(cut).toBe(false);
  });

  it('does not repeat a foot that the text ends with', () => {
    const { href } = mailtoLink({ ...draft, text: '一行目\n約束', foot: '約束' });
    expect(new URL(href).searchParams.get('body')).toBe('一行目\r\n約束');
  });

  it('stays short enough for Windows, cuts at a line end and keeps the foot', () => {
    const text = Array.from({ length: 40 }, (_, index) => `${index} 行目の長い文です`).join('\n');
    const { href, cut } = mailtoLink({ ...draft, text, foot: '約束' });
    expect(cut).toBe(true);
    expect(href.length).toBeLessThanOrEqual(1900);
    const body = new URL(href).searchParams.get('body') ?? '';
    expect(body.startsWith('0 行目の長い文です\r\n1 行目の長い文です\r\n')).toBe(true);
    expect(body).toMatch(/行目の長い文です\r\n\r\n約束$/);
  });

  it('leaves the recipient to the person when there is none', () => {
    const { to: _to, ...rest } = draft;
    expect(mailtoLink({ ...rest, foot: '' }).href.startsWith('mailto:?subject=')).toBe(true);
  });
});

describe('emlFile', () => {
  const file = emlFile(draft);

  it('holds text and HTML that read back as they were', () => {
    const parts = [...file.matchAll(/base64\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n\r\n/g)].map(
      ([, body]) => Buffer.from((body ?? '').replaceAll('\r\n', ''), 'base64').toString(),
    );
    expect(parts).toEqual(['一行目\r\n二行目', '<p>一行目</p>']);
  });

  it('has no line over 78 characters and only CRLF line ends', () => {
    const long = emlFile({ ...draft, subject: '長い題名'.repeat(40) });
    expect(long.split('\r\n').every((line) => line.length <= 78)).toBe(true);
    expect(long.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('encodes the subject in words that join to the whole', () => {
    const subject = /Subject: ((?:.+(?:\r\n )?)+?)\r\nContent-Type/.exec(file)?.[1] ?? '';
    const text = subject
      .split('\r\n ')
      .map((word) => Buffer.from(/=\?utf-8\?B\?(.+)\?=/.exec(word)?.[1] ?? '', 'base64').toString())
      .join('');
    expect(text).toBe(draft.subject);
  });

  it('opens as a draft', () => {
    expect(file).toContain('X-Unsent: 1\r\n');
  });

  it('lets no address begin a header of its own', () => {
    const hostile = emlFile({ ...draft, to: 'a@example.com\r\nBcc: b@example.com' });
    expect(hostile).not.toMatch(/^Bcc:/m);
  });
});
