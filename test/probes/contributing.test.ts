import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import { catalogueFrom } from '../../src/catalogue/catalogue-from.ts';
import { objectionsTo } from '../../src/catalogue/objections.ts';
import type { Probe } from '../../src/model/probe.ts';
import { parseYaml } from '../../src/targets/yaml.ts';

const GUIDE = readFileSync(new URL('../../CONTRIBUTING.md', import.meta.url), 'utf8');
const example = (language: string): string =>
  new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(GUIDE)?.[1] ?? '';

const fromFile = (): Probe | undefined =>
  catalogueFrom([{ file: 'my-protocol.yaml', document: parseYaml(example('yaml')) }], PROBES).at(-1);

/** As Node would load the file. */
const fromTree = (): Probe => {
  const { outputText } = ts.transpileModule(example('ts'), { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const exports: { default?: Probe } = {};
  runInNewContext(outputText, { exports, RegExp });
  return exports.default as Probe;
};

it('shows a file that loads', () => {
  expect(fromFile()).toMatchObject({ name: 'my-protocol', samples: { greetings: [{ version: '3.1.4' }] } });
});

it('shows a probe that stands the law of the catalogue', () => {
  const probe = fromTree();
  expect(objectionsTo(probe, [...PROBES, probe])).toEqual([]);
});

it('shows the same one twice, in about ten lines', () => {
  const patternsAsText = (probe: Probe | undefined) =>
    JSON.parse(
      JSON.stringify(probe, (_, value) =>
        Object.prototype.toString.call(value) === '[object RegExp]' ? String(value) : value,
      ),
    );
  expect(patternsAsText(fromTree())).toEqual(patternsAsText(fromFile()));
  for (const language of ['ts', 'yaml']) expect(example(language).split('\n').length).toBeLessThan(16);
});

it('quotes a message that is really given', () => {
  const wrong = { ...(parseYaml(example('yaml')) as object) };
  const samples = { greetings: [{ bytes: 'MYPROTO 3.1.4 ready\r\n', version: '3', source: 'x' }] };
  const [, message = ''] = /`(my-protocol\.yaml: samples[^`]*)`/.exec(GUIDE) ?? [];
  const load = () => catalogueFrom([{ file: 'my-protocol.yaml', document: { ...wrong, samples } }], PROBES);
  expect(load).toThrow(expect.objectContaining({ message }));
});
