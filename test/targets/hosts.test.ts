import { expect, it } from 'vitest';
import { parseHosts } from '../../src/targets/hosts.ts';

it.each<[string, readonly string[]]>([
  ['db', ['db']],
  ['10.0.0.7', ['10.0.0.7']],
  ['fe80::1%eth0', ['fe80::1%eth0']],
  ['10.0.0.254/30', ['10.0.0.252', '10.0.0.253', '10.0.0.254', '10.0.0.255']],
  ['255.255.255.255/32', ['255.255.255.255']],
  ['::ffff/127', ['::fffe', '::ffff']],
])('%s', (text, hosts) => {
  expect([...parseHosts(text).each()]).toEqual(hosts);
  expect(parseHosts(text).count).toBe(hosts.length);
});

it('gives a block again and again', () => {
  const hosts = parseHosts('10.0.0.0/31');
  expect([...hosts.each()]).toEqual([...hosts.each()]);
});

it.each(['10.0.0.1%eth0', 'fe80::1%', 'db%eth0', '10.0.0.0/', '10.0.0.0/x', '/24', '10.0.0.0/0', '::/111'])(
  'refuses %s',
  (text) => {
    expect(() => parseHosts(text)).toThrow();
  },
);
