import { expect, it } from 'vitest';
import { problem } from '../../src/report/problem.ts';
import { ALL, PIPE, PLAIN } from './plain.ts';
import { finding } from './samples.ts';

const FIX = {
  id: 'a',
  title: 'declare it',
  manifest: 'kind: Service\n# a comment of many words that does not fit into eighty columns, however one looks at it\n',
  caution: 'mind the gap',
};
const stalled = {
  ...finding('stalled', 'db', {}),
  fixes: [FIX, { id: 'b', title: 'do without', manifest: 'kind: Pod', caution: null }],
};

it('reads from what over why to what to do', () => {
  expect(problem({ first: finding('refused'), others: [] }, PLAIN, false)).toBe(`x refused | 10.0.0.7:3306
  nothing accepts connections on this port
  next     look whether the server runs and listens on this port and address
`);
});

it('prints the first change in full and names the others', () => {
  const text = problem({ first: stalled, others: [] }, PLAIN, false);
  expect(text).toContain(`  cause    an Istio sidecar, permissive mutual TLS, protocol of the port not
           declared, spiffe://cluster.local/ns/db/sa/mysql
  fix      declare it
    kind: Service
    # a comment of many words that does not fit into eighty columns, however one
    # looks at it
  caution  mind the gap
  or       do without
`);
  expect(text).not.toContain('kind: Pod');
});

it('prints every change where all is wanted', () => {
  expect(problem({ first: stalled, others: [] }, ALL, false)).toContain('  or       do without\n    kind: Pod\n');
});

it('does not print the same manifest twice', () => {
  const text = problem({ first: stalled, others: [] }, PLAIN, true);
  expect(text).toContain('  fix      declare it\n    (the rest is as above');
  expect(text).not.toContain('kind:');
});

it('names a few of the others', () => {
  const others = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((host) => finding('refused', host));
  expect(problem({ first: finding('refused'), others }, PIPE, false)).toContain(
    'also at  a:3306, b:3306, c:3306, d:3306, e:3306, and 2 more\n',
  );
});

it('says what was expected, and where a name led', () => {
  const endpoint = { input: 'ssh://db', host: 'db', port: 22, expectedProtocol: 'ssh', address: '10.0.0.7' };
  expect(problem({ first: finding('stalled', 'db', { endpoint }), others: [] }, PIPE, false)).toMatch(
    /^x stalled \| db:22 \(10.0.0.7\) \| mysql 8.0.36 \| expected ssh\n/,
  );
});
