import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayKey } from './day.ts';
import {
  defaultValues,
  fillTemplate,
  parseTemplate,
  templateVariables,
  variablesFor,
} from './template.ts';
import type { Variable } from './workflow.ts';

const today = '2026-11-23' as DayKey;
const text = (name: string, rest: Partial<Variable> = {}): Variable => ({
  name,
  type: 'text',
  ...rest,
});
const written = (body: string) =>
  parseTemplate(body)
    .map((part) => (part.kind === 'text' ? part.text : `<${part.name}>`))
    .join('');

const fill = (body: string, values: Record<string, string>, variables: Variable[] = []) =>
  fillTemplate(body, values, variables);
const letters = (all: string) => all.replaceAll(/[\\{}｛｝ ]/g, '');
const clean = (typed: string) => typed.replaceAll(/\r\n?/g, '\n').trim();

describe('parsing a template', () => {
  it.each([
    ['', ''],
    ['こんにちは', 'こんにちは'],
    ['{{宛名}}様', '<宛名>様'],
    ['{{ name }}', '<name>'],
    ['{{\u3000宛名\u3000}}', '<宛名>'],
    ['｛｛宛名｝｝', '<宛名>'],
    ['{{a}}{{b}}', '<a><b>'],
    ['{{a_1}} {{２}}', '<a_1> <２>'],
    ['{{𠮷野}}', '<𠮷野>'],
    ['{{e\u0301tat}}', '<\u00e9tat>'],
    ['{{{a}}}', '{<a>}'],
    ['{{a{{b}}}}', '{{a<b>}}'],
    ['\\{{a}}', '{{a}}'],
    ['\\\\{{a}}', '\\<a>'],
    ['\\\\\\{{a}}', '\\{{a}}'],
    ['C:\\dir {x} \\{ {{', 'C:\\dir {x} \\{ {{'],
    ['{{}} {{ }} {{a b}} {{a-b}} {{a\n}}', '{{}} {{ }} {{a b}} {{a-b}} {{a\n}}'],
    ['{{a}} ｛｛b}} {{c｝｝', '<a> ｛｛b}} {{c｝｝'],
    [`{{${'a'.repeat(41)}}}`, `{{${'a'.repeat(41)}}}`],
    [`{{${'あ'.repeat(40)}}}`, `<${'あ'.repeat(40)}>`],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['{{__proto__}}', '<__proto__>'],
  ])('reads %j as %j', (body, expected) => {
    expect(written(body)).toBe(expected);
  });

  it('joins neighbouring words into one part', () => {
    expect(parseTemplate('a \\{{b}} c{{d}}')).toEqual([
      { kind: 'text', text: 'a {{b}} c' },
      { kind: 'blank', name: 'd' },
    ]);
  });

  it('names each blank once, in order of appearance', () => {
    expect(templateVariables('{{b}}{{a}}{{b}} \\{{c}}')).toEqual(['b', 'a']);
  });

  it('stays quick on hostile input', () => {
    const hostile = [
      '{'.repeat(20_000),
      '{{ '.repeat(7_000),
      `{{${' '.repeat(20_000)}`,
      `{{${'a'.repeat(20_000)}`,
      '\\'.repeat(20_000) + '{{a}}',
      '{{a}}'.repeat(4_000),
      `${' '.repeat(20_000)}x{{a}}`,
      `${'-'.repeat(20_000)}{{a}}`,
      `${'a:'.repeat(10_000)}{{a}}`,
    ];
    const started = performance.now();
    for (const body of hostile) fillTemplate(body, { a: '' }, [text('a')]);
    for (const value of hostile) fillTemplate('{{a}}', { a: `${value}\n`.repeat(2) }, [text('a')]);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('loses and invents nothing, whatever the input', () => {
    const soup = fc.array(
      fc.constantFrom('{', '}', '{{', '}}', '\\', ' ', 'a', '名', '｛｛', '｝｝', '\n'),
    );
    fc.assert(
      fc.property(soup, (pieces) => {
        const body = pieces.join('');
        const parts = parseTemplate(body);
        expect(parts.every((part) => part.kind === 'blank' || part.text !== '')).toBe(true);
        expect(
          letters(parts.map((part) => (part.kind === 'text' ? part.text : part.name)).join('')),
        ).toBe(letters(body));
      }),
    );
  });
});

describe('filling a template', () => {
  it('puts values in and does not fill them again', () => {
    expect(fill('{{a}} {{b}}', { a: '{{b}}', b: '\\{{a}}' }).text).toBe('{{b}} \\{{a}}');
  });

  it('shows a required blank left empty by its label and names it', () => {
    const variables = [
      text('to', { label: '宛先', required: true }),
      text('from', { required: true }),
    ];
    expect(fill('{{to}}へ {{from}}より {{to}}', { to: ' \n ' }, variables)).toEqual({
      text: '【宛先】へ 【from】より 【宛先】',
      missing: ['to', 'from'],
    });
  });

  it('treats a blank without a definition as required', () => {
    expect(fill('{{x}}', {})).toEqual({ text: '【x】', missing: ['x'] });
  });

  it.each([
    ['a\n{{o}}\nb', 'a\nb'],
    ['a\n・{{o}}\nb', 'a\nb'],
    ['a\n  - 補足：{{o}}\nb', 'a\nb'],
    ['a\n補足: {{o}} \nb', 'a\nb'],
    ['a\n\n{{o}}\n\nb', 'a\n\nb'],
    ['a\n\n{{o}}\n{{o}}\n\nb', 'a\n\nb'],
    ['{{o}}\na', 'a'],
    ['a\n\n{{o}}', 'a'],
    ['a{{o}}b', 'ab'],
    ['{{o}}様', '様'],
    ['{{o}}{{r}}', '【r】'],
    ['10:30 から{{o}}', '10:30 から'],
    ['- \n{{o}}', '-'],
  ])('drops the line of an empty optional blank when it says nothing: %j', (body, expected) => {
    expect(fill(body, {}, [text('o'), text('r', { required: true })]).text).toBe(expected);
  });

  it('keeps a line on which another blank was filled', () => {
    const variables = [text('o'), text('r', { required: true })];
    expect(fill('a\n{{r}}{{o}}\nb', { r: '件名：' }, variables).text).toBe('a\n件名：\nb');
  });

  it('keeps empty lines of the template itself', () => {
    expect(fill('a\n\n\nb\n{{o}}\nc', {}, [text('o')]).text).toBe('a\n\n\nb\nc');
  });

  it.each([
    ['{{d}}までに', '2026-01-05', '2026年1月5日までに'],
    ['Reply by {{d}}', '2026-01-05', 'Reply by 5 January 2026'],
    ['見積書 quotation を {{d}} に', '2026-12-31', '見積書 quotation を 2026年12月31日 に'],
    ['Write to 株式会社 by {{d}}', '2026-12-31', 'Write to 株式会社 by 31 December 2026'],
    ['{{d}}', '2026-01-05', '2026-01-05'],
    ['{{d}}までに', '来週中', '来週中までに'],
    ['{{d}}までに', '2026-02-30', '2026-02-30までに'],
  ])('writes a date in the language of the template: %j', (body, day, expected) => {
    expect(fill(body, { d: day }, [{ name: 'd', type: 'date' }]).text).toBe(expected);
  });

  it.each([
    ['１２，０００', '12,000'],
    ['2026', '2026'],
    ['約３千', '約３千'],
  ])('writes the number %s as %s', (typed, expected) => {
    expect(fill('{{n}}', { n: typed }, [{ name: 'n', type: 'number' }]).text).toBe(expected);
  });

  it('keeps the lines of a long value and takes empty ones off its ends', () => {
    const variables: Variable[] = [{ name: 'm', type: 'multiline' }];
    expect(fill('[{{m}}]', { m: '\r\n\n  a\r\n\n b \n\n' }, variables).text).toBe('[  a\n\n b]');
  });

  it('is not fooled by names of the language itself', () => {
    expect(fill('{{__proto__}} {{constructor}}', {})).toEqual({
      text: '【__proto__】 【constructor】',
      missing: ['__proto__', 'constructor'],
    });
    const values = defaultValues([text('__proto__', { default: 'x' })], {}, today);
    expect(fill('{{__proto__}}', values, [text('__proto__')]).text).toBe('x');
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('holds every value as typed when each is a line of its own', () => {
    const value = fc.string({ unit: 'grapheme' }).filter((typed) => typed.trim() !== '');
    fc.assert(
      fc.property(value, value, (a, b) => {
        const filled = fill('A\n{{a}}\nB\n{{b}}\nC', { a, b }, [text('a'), text('b')]);
        expect(filled).toEqual({ text: `A\n${clean(a)}\nB\n${clean(b)}\nC`, missing: [] });
      }),
    );
  });

  it('leaves a template without blanks as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (body) => {
        fc.pre(
          templateVariables(body).length === 0 && !body.includes('\\') && !body.includes('\r'),
        );
        expect(fill(body, {}).text).toBe(body.trimEnd());
      }),
    );
  });
});

describe('starting values', () => {
  it.each<[string, Variable, Record<string, string>, string]>([
    ['nothing known', text('v'), {}, ''],
    ['the default', text('v', { default: 'd' }), {}, 'd'],
    ['the remembered value', text('v', { default: 'd', remember: true }), { v: 'r' }, 'r'],
    ['the default when remembering is off', text('v', { default: 'd' }), { v: 'r' }, 'd'],
    [
      'the default when an empty value was remembered',
      text('v', { default: 'd', remember: true }),
      { v: ' ' },
      'd',
    ],
    ['the first choice', { name: 'v', type: 'choice', choices: ['a', 'b'] }, {}, 'a'],
    [
      'the default choice',
      { name: 'v', type: 'choice', choices: ['a', 'b'], default: 'b' },
      {},
      'b',
    ],
    [
      'a default that is no choice',
      { name: 'v', type: 'choice', choices: ['a'], default: 'z' },
      {},
      'a',
    ],
    [
      'a remembered choice that is gone',
      { name: 'v', type: 'choice', choices: ['a', 'b'], default: 'b', remember: true },
      { v: 'z' },
      'b',
    ],
    ['a choice without choices', { name: 'v', type: 'choice' }, {}, ''],
    ['today', { name: 'v', type: 'date', default: 'today' }, {}, '2026-11-23'],
    ['days from today', { name: 'v', type: 'date', default: 'today+8' }, {}, '2026-12-01'],
    ['days before today', { name: 'v', type: 'date', default: 'today-23' }, {}, '2026-10-31'],
    ['a fixed day', { name: 'v', type: 'date', default: '2026-12-24' }, {}, '2026-12-24'],
    ['a day that does not exist', { name: 'v', type: 'date', default: '2026-02-30' }, {}, ''],
    ['a date without default', { name: 'v', type: 'date' }, {}, ''],
    [
      'a remembered day',
      { name: 'v', type: 'date', default: 'today', remember: true },
      { v: '2026-01-01' },
      '2026-01-01',
    ],
  ])('start from %s', (_, variable, remembered, expected) => {
    expect(defaultValues([variable], remembered, today)).toEqual({ v: expected });
  });

  it('take nothing from what every object inherits', () => {
    expect(defaultValues([text('toString', { remember: true })], {}, today)).toEqual({
      toString: '',
    });
  });
});

describe('definitions for a body being edited', () => {
  it('keeps the known ones in the order of the body and adds a required text for a new name', () => {
    const known: Variable[] = [
      { name: 'gone', type: 'date' },
      { name: '期日', type: 'date', label: '返答の期日' },
    ];
    expect(variablesFor('{{相手}} {{期日}} {{相手}}', known)).toEqual([
      { name: '相手', type: 'text', required: true },
      { name: '期日', type: 'date', label: '返答の期日' },
    ]);
  });

  it('defines every blank exactly once and settles', () => {
    const body = fc.array(
      fc.constantFrom('{{a}}', '{{b}}', '{{ 名 }}', '\\', 'x', '{{__proto__}}'),
    );
    fc.assert(
      fc.property(body, (pieces) => {
        const joined = pieces.join('');
        const variables = variablesFor(joined, []);
        expect(variables.map((variable) => variable.name)).toEqual(templateVariables(joined));
        expect(variablesFor(joined, variables)).toEqual(variables);
      }),
    );
  });
});
