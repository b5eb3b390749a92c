import { expect, it } from 'vitest';
import { UsageError } from '../../src/targets/usage-error.ts';
import { parseYaml } from '../../src/targets/yaml.ts';

it('reads YAML', () => {
  expect(parseYaml('- a:1\n- {host: b, port: 2}')).toEqual(['a:1', { host: 'b', port: 2 }]);
});

it.each(['[a', 'a: &a *a\nb: *c', 'a: 1\na: 2', '\tb: 1'])('says where %j is none', (text) => {
  expect(() => parseYaml(text)).toThrow(UsageError);
  expect(() => parseYaml(text)).toThrow(/^this is not YAML: [^\n]+$/);
});
