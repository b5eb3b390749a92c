import { expect, it } from 'vitest';
import { LINKERD } from '../../src/mesh/linkerd.ts';
import { SIDECAR } from './handshakes.ts';
import { itKnowsItsOwn } from './identities.ts';

itKnowsItsOwn(LINKERD);

it('takes no longer a name than there can be, and takes its time with none', () => {
  const subject = `CN=${'a.'.repeat(100_000)}identity.linkerd.x`;
  expect(LINKERD.identityOf({ ...SIDECAR, subject })).toBeNull();
});
