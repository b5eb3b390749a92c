import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Found, sampleText } from '../../src/report/sample-text.ts';

const FOUND: Found = { protocol: 'smtp', kind: 'greetings', bytes: '220 "x"\0\xff\r\n', version: 'Post\\fix' };
const ROW = { bytes: FOUND.bytes, version: FOUND.version, source: 'PROGRAM AND VERSION' };

const partsOf = (found: Found) => {
  const [, typescript = '', yaml = ''] = /^for probes.*?:\n\n(.*)\nfor .*?:\n\n(.*)$/s.exec(sampleText(found)) ?? [];
  return { typescript: runInNewContext(`({${typescript}})`), yaml: parse(yaml) };
};

it('can be pasted as TypeScript and as YAML, and means the same', () => {
  expect(partsOf(FOUND)).toEqual({
    typescript: { samples: { greetings: [ROW] } },
    yaml: { samples: { greetings: [ROW] } },
  });
});

it('names the files, and leaves out a version that is not told', () => {
  const text = sampleText({ ...FOUND, protocol: null, version: null });
  expect(text).toContain('for probes/my-protocol.ts:');
  expect(text).toContain('for my-protocol.yaml in the folder of --probes:');
  expect(text).not.toContain('version:');
});

it('keeps to the first bytes', () => {
  const found = { ...FOUND, bytes: 'x'.repeat(5_000) };
  expect(sampleText(found)).toContain('(the first 1024 of 5000 bytes)');
  expect(partsOf(found).yaml.samples.greetings[0].bytes).toBe('x'.repeat(1_024));
});
