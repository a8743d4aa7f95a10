import { expect, test } from '../support/probe/chat-page.ts';

test.describe.configure({ mode: 'parallel' });

/** Every editor in circulation, by the page that has it. */
const EDITORS = {
  'ChatGPT app-shell (ProseMirror in React)': 'https://chatgpt.com/?',
  'ChatGPT app-shell, line breaks as <br>': 'https://chatgpt.com/?lines=br',
  'ChatGPT unified': 'https://chatgpt.com/?layout=unified',
  'ChatGPT signed out (React textarea)': 'https://chatgpt.com/?layout=signed-out',
  'Claude (tiptap)': 'https://claude.ai/new?',
  'Claude, line breaks as <br>': 'https://claude.ai/new?lines=br',
  'Gemini (Quill 2, Trusted Types)': 'https://gemini.google.com/app?',
  'Gemini (Quill 1.3, Trusted Types)': 'https://gemini.google.com/app?layout=quill1',
  'plain textarea': 'https://chatgpt.com/?plain',
  'Lexical, as other tools have it': 'https://chatgpt.com/?layout=lexical',
};

const PROMPT = [
  'あなたは総務の担当者です。次の案内文を整えてください。',
  '',
  '# 条件',
  '　全角の字下げはそのまま',
  '  半角の字下げもそのまま',
  '1. 期日は 11 月 30 日（月）',
  '2. <b>太字</b> や "引用" & 記号は変えない',
  '・宛先：営業部 各位',
  '- 添付：なし',
  '',
  '',
  '最後に一言 👩‍💻🎉 をお願いします。',
].join('\n');

const DRAFT = '見積の件です。\n　山田様あて';

for (const [editor, url] of Object.entries(EDITORS)) {
  test(`${editor}: an empty composer takes the exact text, one undo empties it, the site sends it`, async ({
    chat,
  }) => {
    await chat.open(url);
    expect(await chat.insert(PROMPT)).toMatchObject({ result: 'ok' });
    expect(await chat.text()).toBe(PROMPT);

    await chat.page.keyboard.press('Control+z');
    expect(await chat.text()).toBe('');

    expect(await chat.insert(PROMPT)).toMatchObject({ result: 'ok' });
    await chat.page.waitForTimeout(300);
    await chat.expectNothingElseSent();
    await chat.expectSubmits(0);
    chat.expectedSent = [PROMPT];
    await chat.sendButton().click();
    await chat.expectSubmits(1);
  });

  test(`${editor}: a draft stays in front, and one undo brings it back`, async ({ chat }) => {
    await chat.open(url);
    await chat.type(DRAFT);
    expect(await chat.insert(PROMPT)).toMatchObject({ result: 'ok' });
    expect(await chat.text()).toBe(`${DRAFT}\n\n${PROMPT}`);

    await chat.page.keyboard.press('Control+z');
    expect(await chat.text()).toBe(DRAFT);

    await chat.expectSubmits(0);
    chat.expectedSent = [DRAFT];
    await chat.page.keyboard.press('Enter');
    await chat.expectSubmits(1);
  });

  test(`${editor}: odd drafts are kept to the letter`, async ({ chat }) => {
    await chat.open(url);
    const drafts = {
      'ends with a line break, has blank lines and an indent': {
        draft: '一行目\n\n\n　二行目  三\n',
        between: '\n',
      },
      'only a space': { draft: '　', between: '' },
    };
    for (const [name, { draft, between }] of Object.entries(drafts)) {
      await chat.newChat();
      await chat.type(draft);
      expect(await chat.text(), name).toBe(draft);
      expect(await chat.insert('一つ目\n　二つ目'), name).toMatchObject({ result: 'ok' });
      expect(await chat.text(), name).toBe(`${draft}${between}一つ目\n　二つ目`);
    }
    await chat.expectSubmits(0);
  });

  test(`${editor}: odd texts arrive whole`, async ({ chat }) => {
    await chat.open(url);
    const texts = {
      'one line': '次の文を要約してください',
      'one character': 'あ',
      'indented first line': '  - 字下げから始まる\n\tタブ\tも残す',
      'markdown that editors like to turn into lists':
        '- 一つ目\n- 二つ目\n\n1. 番号\n\n> 引用\n\n```\nconst a = 1;\n```',
      addresses: 'https://example.com/a?b=c&d=e を読んで',
      'many lines': Array.from(
        { length: 80 },
        (_, line) => `${line + 1} 行目 ${'あ'.repeat(40)}`,
      ).join('\n'),
    };
    for (const [name, text] of Object.entries(texts)) {
      await chat.newChat();
      expect(await chat.insert(text), name).toMatchObject({ result: 'ok' });
      expect(await chat.text(), name).toBe(text);
    }
    await chat.newChat();
    await chat.insert('一行目\r\n二行目\u0007\r\n\r\n');
    expect(await chat.text()).toBe('一行目\n二行目');
    await chat.expectSubmits(0);
  });
}

/** Mishaps of a page, each on the editors of all three tools. */
const VARIANTS = {
  'a dark page': 'dark',
  'Japanese labels': 'lang=ja',
  'a composer that appears late': 'late=1200',
  'renamed ids': 'drift',
  'renamed ids and Japanese labels': 'drift&lang=ja',
  'a plain textarea instead': 'plain',
  'a strict CSP with Trusted Types': 'csp',
  'foreign nodes wiped once': 'wipe',
  '300 messages': 'messages=300',
  'an answer that streams': 'stream=2000',
  'a draft that was there at load': 'draft=%E4%B8%8B%E6%9B%B8%E3%81%8D',
};

const TOOL_PAGES = {
  ChatGPT: { url: 'https://chatgpt.com/?', variants: Object.keys(VARIANTS) },
  'ChatGPT unified': {
    url: 'https://chatgpt.com/?layout=unified&',
    variants: ['Japanese labels', 'renamed ids', 'a strict CSP with Trusted Types'],
  },
  Claude: { url: 'https://claude.ai/new?', variants: Object.keys(VARIANTS) },
  Gemini: { url: 'https://gemini.google.com/app?', variants: Object.keys(VARIANTS) },
  'Gemini on Quill 1.3': {
    url: 'https://gemini.google.com/app?layout=quill1&',
    variants: ['renamed ids and Japanese labels', 'an answer that streams'],
  },
} satisfies Record<string, { url: string; variants: readonly string[] }>;

for (const [tool, { url, variants }] of Object.entries(TOOL_PAGES)) {
  test.describe(tool, () => {
    for (const [variant, query] of Object.entries(VARIANTS)) {
      if (!variants.includes(variant)) continue;
      test(`${variant}: the text is exact`, async ({ chat }) => {
        await chat.open(url + query);
        const draft = await chat.text();
        expect(await chat.insert(PROMPT)).toMatchObject({ result: 'ok' });
        expect(await chat.text()).toBe(draft ? `${draft}\n\n${PROMPT}` : PROMPT);
        await chat.expectSubmits(0);
      });
    }

    test('a composer that the page replaces every two seconds ends with the text once', async ({
      chat,
    }) => {
      await chat.open(`${url}remount=2000`);
      for (const waitMs of [0, 700, 650, 600]) {
        await chat.newChat();
        await chat.page.waitForTimeout(waitMs);
        expect(await chat.insert(PROMPT)).toMatchObject({ result: 'ok' });
        expect(await chat.text()).toBe(PROMPT);
      }
      const mounts = await chat.page.evaluate(() => window.fixture.mounts());
      await expect
        .poll(() => chat.page.evaluate(() => window.fixture.mounts()))
        .toBeGreaterThan(mounts);
      expect(await chat.text()).toBe(PROMPT);
      await chat.expectSubmits(0);
    });

    test('in-app navigation to a chat and back', async ({ chat }) => {
      await chat.open(url);
      await chat.page.locator('nav a').nth(1).click();
      expect(await chat.insert('一つ目\n二つ目')).toMatchObject({ result: 'ok' });
      await chat.newChat();
      expect(await chat.text()).toBe('');
      expect(await chat.insert(PROMPT)).toMatchObject({ result: 'ok' });
      expect(await chat.text()).toBe(PROMPT);
      await chat.expectSubmits(0);
    });
  });
}

test('how a composer was found is told: by which selector, or by a guess', async ({ chat }) => {
  const found = {
    'https://chatgpt.com/?': 'adapter:app-shell-markdown',
    'https://chatgpt.com/?layout=unified': 'adapter:unified-id',
    'https://chatgpt.com/?layout=signed-out': 'adapter:signed-out',
    'https://chatgpt.com/?drift&messages=4': 'guess',
    'https://chatgpt.com/?plain&lang=ja': 'guess',
    'https://claude.ai/new?': 'adapter:chat-input',
    'https://claude.ai/new?drift': 'adapter:tiptap',
    'https://claude.ai/new?plain': 'guess',
    'https://gemini.google.com/app?layout=quill1': 'adapter:rich-textarea',
    'https://gemini.google.com/app?drift&lang=ja': 'guess',
  };
  for (const [url, how] of Object.entries(found)) {
    await chat.open(url);
    expect((await chat.ask()).how, url).toBe(how);
  }
});

for (const [name, hide] of Object.entries({
  'inert, behind a dialog of the site': (host: HTMLElement) => {
    host.inert = true;
  },
  'hidden from screen readers': (host: HTMLElement) => host.setAttribute('aria-hidden', 'true'),
  'not displayed': (host: HTMLElement) => {
    host.style.visibility = 'hidden';
  },
  'too small to be one': (host: HTMLElement) => {
    host.style.width = '100px';
  },
  'in an article': (host: HTMLElement) => {
    const article = document.createElement('article');
    host.replaceWith(article);
    article.append(host);
  },
})) {
  test(`a composer that is ${name} is not used`, async ({ chat }) => {
    await chat.open('https://chatgpt.com/?');
    await chat.page.locator('#composer-host').evaluate(hide);
    expect((await chat.ask()).how).toBe('none');
  });
}

test('Claude: before hydration nothing is taken for a composer, not even the twin that can be seen', async ({
  chat,
}) => {
  await chat.page.goto('https://claude.ai/new?late=2500');
  await expect(chat.page.getByTestId('chat-input-ssr')).toBeVisible();
  await chat.page.waitForTimeout(300);
  expect(await chat.ask()).toMatchObject({ how: 'none' });
  chat.expectedSent = [];
});

test('a conversion that is open is waited for, and refused when it stays open', async ({
  chat,
}) => {
  await chat.open('https://chatgpt.com/?');
  await chat.editor().click();
  const preedit = { text: 'にほん', selectionStart: 3, selectionEnd: 3 };
  await chat.cdp.send('Input.imeSetComposition', preedit);
  expect(await chat.insert(PROMPT)).toMatchObject({ result: 'refused' });
  expect(await chat.text()).toBe('にほん');

  await chat.cdp.send('Input.imeSetComposition', preedit);
  const insertion = chat.insert(PROMPT);
  await chat.page.waitForTimeout(400);
  await chat.cdp.send('Input.insertText', { text: '日本' });
  expect(await insertion).toMatchObject({ result: 'ok' });
  expect(await chat.text()).toBe(`日本\n\n${PROMPT}`);
});

test('an editor that refuses every change: the draft is untouched, the text is on the clipboard', async ({
  chat,
}) => {
  await chat.open('https://chatgpt.com/?stubborn&draft=keep');
  await chat.editor().click();
  expect(await chat.insert(PROMPT)).toMatchObject({ result: 'copied', technique: 'clipboard' });
  expect(await chat.text()).toBe('keep');
  expect(await chat.page.evaluate(() => navigator.clipboard.readText())).toBe(PROMPT);
});

test('an editor that refuses many lines at once gets them one by one', async ({ chat }) => {
  await chat.open('https://chatgpt.com/?oneline&draft=keep');
  expect(await chat.insert(PROMPT)).toMatchObject({ result: 'ok', technique: 'lines-slow' });
  expect(await chat.text()).toBe(`keep\n\n${PROMPT}`);
  await chat.expectSubmits(0);
});

test('an editor that changes what comes in: each try is taken back, the text is on the clipboard', async ({
  chat,
}) => {
  await chat.open('https://chatgpt.com/?mangle&draft=keep');
  await chat.editor().click();
  expect(await chat.insert(PROMPT)).toMatchObject({ result: 'copied' });
  expect(await chat.text()).toBe('keep');
  expect(await chat.page.evaluate(() => navigator.clipboard.readText())).toBe(PROMPT);
});

test('a field that flattens lines and cannot undo: owned up to, not written twice', async ({
  chat,
}) => {
  await chat.open('https://chatgpt.com/?plain&lossy');
  await chat.type('keep');
  const { result } = await chat.insert('一行目\n二行目');
  expect(result).toBe('leftPartial');
  expect(await chat.text()).toBe('keep  一行目 二行目');
});

test('no composer: nothing is written anywhere, the text is on the clipboard', async ({ chat }) => {
  await chat.open('https://chatgpt.com/?');
  await chat.editor().click();
  await chat.page.evaluate(() => document.querySelector('#composer-host')!.remove());
  expect(await chat.insert(PROMPT)).toMatchObject({ result: 'copied', family: 'none' });
  expect(await chat.page.evaluate(() => navigator.clipboard.readText())).toBe(PROMPT);
});

test('two insertions at once: the second is refused', async ({ chat }) => {
  await chat.open('https://chatgpt.com/?');
  const results = await chat.page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const seen: string[] = [];
        window.addEventListener('probe:answer', (event) => {
          const { insertion } = JSON.parse((event as CustomEvent<string>).detail) as {
            insertion: { result: string };
          };
          if (seen.push(insertion.result) === 2) resolve(seen);
        });
        for (const insert of ['一つ目', '二つ目']) {
          window.dispatchEvent(
            new CustomEvent('probe:ask', { detail: JSON.stringify({ insert }) }),
          );
        }
      }),
  );
  expect(results.toSorted()).toEqual(['ok', 'refused']);
  expect(await chat.text()).toBe('一つ目');
});

test('nothing but space is refused', async ({ chat }) => {
  await chat.open('https://chatgpt.com/?');
  expect(await chat.insert(' 　\n\n')).toMatchObject({ result: 'refused' });
  expect(await chat.text()).toBe('');
});
