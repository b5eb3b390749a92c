import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { documents, guess, manifest, note, scalar } from '../../src/mesh/manifest.ts';

describe('scalar', () => {
  it.each([
    ['mysql', 'mysql'],
    ['db.example.com', 'db.example.com'],
    ['10.0.0.7/32', '"10.0.0.7/32"'],
    ['3306', '"3306"'],
    ['e0', '"e0"'],
    ['on', '"on"'],
    ['Y', '"Y"'],
    ['null', '"null"'],
    ['', '""'],
    ['12:30:45', '"12:30:45"'],
    ['0x10', '"0x10"'],
    ['1e3', '"1e3"'],
    ['2001-01-01', '"2001-01-01"'],
    ['*', '"*"'],
    ['a: b', '"a: b"'],
    ['a\n- b', '"a\\n- b"'],
    ['\u001b[31m', '"\\u001b[31m"'],
    ['\u2028\u202e', '"\\u2028\\u202e"'],
    ['\u{1f600}', '"\\U0001f600"'],
    ['{a: "b"}', `'{a: "b"}'`],
    [`it's "b"`, `'it''s "b"'`],
  ])('%j is written as %s', (text, yaml) => {
    expect(scalar(text)).toBe(yaml);
  });

  it('reads back as the same text, on one line, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const yaml = scalar(text);
        expect(yaml).toMatch(/^[ -~]+$/);
        for (const version of ['1.1', '1.2'] as const) expect(parse(`a: ${yaml}\n`, { version })).toEqual({ a: text });
      }),
    );
  });
});

describe('manifest', () => {
  it('takes off its own indentation and quotes what is put in', () => {
    const text = manifest`
      kind: ${'on'}
      spec:
        port: ${3306}
        app: ${guess('my: app', 'its label')}
        ${note('one\ntwo')}
    `;
    expect(text).toBe('kind: "on"\nspec:\n  port: 3306\n  app: "my: app" # change me: its label\n  # one\n  # two\n');
  });

  it('cannot be broken out of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, key) => {
        const text = manifest`
          metadata:
            name: ${name}
            labels:
              app: ${guess(key, 'its label')}
        `;
        expect(parse(text, { version: '1.1' })).toEqual({ metadata: { name, labels: { app: key } } });
      }),
    );
  });

  it('joins documents, and leaves out what is not there', () => {
    expect(documents('a: 1\n', null, 'b: 2\n')).toBe('a: 1\n---\nb: 2\n');
  });
});
