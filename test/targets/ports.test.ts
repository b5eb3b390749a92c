import { expect, it } from 'vitest';
import { parsePorts } from '../../src/targets/ports.ts';

it.each<[string, readonly number[]]>([
  ['25', [25]],
  ['1,65535', [1, 65_535]],
  ['25,110,3300-3302', [25, 110, 3300, 3301, 3302]],
  ['007', [7]],
])('%s', (text, ports) => {
  expect(parsePorts(text)).toEqual(ports);
});

it('counts every port there is', () => {
  expect(parsePorts('1-65535')).toHaveLength(65_535);
});

it.each(['', '0', '65536', '99999999999999999999', '-1', '1-', '-', '2-1', '1-2-3', '1.5', ' 1', '1;2', '0x10'])(
  'refuses "%s"',
  (text) => {
    expect(() => parsePorts(text)).toThrow(/port|range/);
  },
);
