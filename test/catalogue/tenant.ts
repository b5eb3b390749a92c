import type { Probe } from '../../src/model/probe.ts';

/** A protocol of somebody's own, as its file has it. */
export const TENANT = {
  name: 'tenant',
  title: 'Tenant broker',
  ports: [7700],
  speaksFirst: 'server',
  source: 'the wire format of our tenants; measured with tenantd 3.1.4',
  greetings: ['^TENANT (?<version>\\d[\\w.]{0,20}) ready\\r\\n'],
  goodbye: [{ say: 'BYE\r\n' }],
  samples: { greetings: [{ bytes: 'TENANT 3.1.4 ready\r\n', version: '3.1.4', source: 'tenantd 3.1.4' }] },
} as const;

/** The same once it is read. */
export const TENANT_PROBE: Probe = { ...TENANT, greetings: [/^TENANT (?<version>\d[\w.]{0,20}) ready\r\n/] };
