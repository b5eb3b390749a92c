import { expect, it } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import { catalogueFrom } from '../../src/catalogue/catalogue-from.ts';
import { TENANT, TENANT_PROBE } from './tenant.ts';

const SMTP = {
  ...TENANT,
  name: 'smtp',
  greetings: ['^220 ours'],
  samples: { greetings: [{ bytes: '220 ours', source: 'x' }] },
};

it('adds protocols to the built-in ones', () => {
  expect(catalogueFrom([{ file: 'a.yaml', document: TENANT }], PROBES)).toEqual([...PROBES, TENANT_PROBE]);
});

it('lets one take the place of a built-in one of its name', () => {
  const catalogue = catalogueFrom([{ file: 'a.yaml', document: SMTP }], PROBES);
  expect(catalogue).toHaveLength(PROBES.length);
  expect(catalogue.filter(({ name }) => name === 'smtp')).toEqual([{ ...SMTP, greetings: [/^220 ours/] }]);
});

it.each<[readonly object[], string, string]>([
  [[{ ...TENANT, ports: 'x' }], 'a.yaml: ports: "x" where a list belongs', '[one, two]'],
  [[TENANT, TENANT], 'b.yaml: name: a.yaml has a "tenant" too', 'otherwise'],
  [[{ ...TENANT, samples: {} }], 'a.yaml: samples.greetings: is missing', 'host:port'],
  [
    [TENANT, { ...TENANT, name: 'other' }],
    'a.yaml: samples.greetings[0].bytes: greetings[0] of other matches them too',
    'yieldsTo: [tenant]',
  ],
])('names the file of a mistake: %#', (documents, message, hint) => {
  const files = documents.map((document, index) => ({ file: `${'ab'[index]}.yaml`, document }));
  expect(() => catalogueFrom(files, PROBES)).toThrow(
    expect.objectContaining({ message: expect.stringContaining(message), hint: expect.stringContaining(hint) }),
  );
});
