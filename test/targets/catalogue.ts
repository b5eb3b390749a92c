import type { Probe } from '../../src/model/probe.ts';

/** A catalogue as small as the tests of target words need it. */
export const CATALOGUE: readonly Probe[] = (
  [
    ['mysql', [3306], 'server'],
    ['smtp', [25, 587], 'server'],
    ['postgresql', [5432], 'client'],
    ['tls', [443], 'client'],
  ] as const
).map(([name, ports, speaksFirst]) => ({
  name,
  title: name,
  ports,
  speaksFirst,
  source: 'a test',
  samples: {},
  ...(name === 'smtp' && { overTls: { names: ['smtps', 'submissions'], ports: [465] } }),
}));
