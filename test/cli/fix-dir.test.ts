import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixesInWords, openFixFolder } from '../../src/cli/fix-dir.ts';
import { finding } from '../report/samples.ts';

let base = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'deadair-fix-dir-'));
});
afterEach(() => rmSync(base, { recursive: true }));

const STALLED = finding('stalled', 'db');
const FIRST = 'db-3306-declare-tcp-and-disable-mtls.yaml';
const put = (folder: string, ...findings: (typeof STALLED)[]) => {
  const fixes = openFixFolder(folder);
  for (const each of findings) fixes.add(each);
  return fixes.close();
};

describe('a folder of fixes', () => {
  it('is made with all that leads to it, and takes every manifest once', () => {
    const folder = join(base, 'a', 'b');
    const written = put(folder, STALLED, STALLED, finding('healthy', 'web'));
    const manifests = STALLED.fixes.filter(({ manifest }) => manifest !== null);
    expect(written).toEqual({ first: 1, alternatives: manifests.length - 1, older: 0 });
    expect(readdirSync(folder).toSorted()).toEqual(['alternatives', FIRST]);
    expect(readdirSync(join(folder, 'alternatives'))).toHaveLength(manifests.length - 1);
    expect(readFileSync(join(folder, FIRST), 'utf8')).toContain(STALLED.fixes[0]?.manifest);
  });

  it('is not left behind where there is nothing to write', () => {
    expect(put(join(base, 'a', 'b'), finding('healthy'))).toEqual({ first: 0, alternatives: 0, older: 0 });
    expect(readdirSync(base)).toEqual([]);
  });

  it('is left alone where it was there before', () => {
    put(base);
    expect(readdirSync(base)).toEqual([]);
  });

  it('takes the same again, and says what an earlier run has left', () => {
    put(base, STALLED);
    expect(put(base, STALLED)).toMatchObject({ older: 0 });
    expect(put(base, finding('stalled', 'mail'))).toMatchObject({ first: 1, older: 1 });
  });
});

describe('what is there already', () => {
  it.each<[string, (path: string) => void]>([
    ['a file of somebody else', (path) => writeFileSync(path, 'kind: Mine\n')],
    ['a link', (path) => symlinkSync(join(base, 'elsewhere'), path)],
    ['a folder', (path) => mkdirSync(path)],
  ])('is not touched: %s', (_, make) => {
    writeFileSync(join(base, 'elsewhere'), '');
    make(join(base, FIRST));
    expect(() => put(base, STALLED)).toThrow(`${join(base, FIRST)} is there already, and deadair has not written it`);
    expect(readdirSync(base).toSorted()).toEqual([FIRST, 'elsewhere'].toSorted());
    expect(readFileSync(join(base, 'elsewhere'), 'utf8')).toBe('');
  });

  it('is not followed out of the folder', () => {
    mkdirSync(join(base, 'outside'));
    mkdirSync(join(base, 'fixes'));
    symlinkSync(join(base, 'outside'), join(base, 'fixes', 'alternatives'));
    expect(() => put(join(base, 'fixes'), STALLED)).toThrow('there is a file of that name');
    expect(readdirSync(join(base, 'outside'))).toEqual([]);
  });
});

describe('a folder that cannot be made is a mistake before anything is probed', () => {
  it.each<[string, () => string, string]>([
    ['a file', () => join(base, 'file'), 'there is a file of that name'],
    ['below a file', () => join(base, 'file', 'x'), 'a part of the path is not a folder'],
    ['nowhere', () => '/proc/x/y', 'there is no such file or folder'],
  ])('%s', (_, folder, message) => {
    writeFileSync(join(base, 'file'), '');
    expect(() => openFixFolder(folder())).toThrow(message);
  });
});

it.each([
  [{ first: 1, alternatives: 0, older: 0 }, '1 manifest written into fixes'],
  [
    { first: 1, alternatives: 3, older: 2 },
    '4 manifests written into fixes, 3 of them in alternatives/: other ways, to choose from; 2 manifests of earlier runs still there',
  ],
  [{ first: 0, alternatives: 0, older: 0 }, 'no manifest to write into fixes'],
])('%j is said', (written, words) => {
  expect(fixesInWords(written, 'fixes')).toBe(words);
});
