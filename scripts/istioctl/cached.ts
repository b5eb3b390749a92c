import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the build is kept, by the revision of Istio that go.mod names. */
export const CACHED_ISTIOCTL = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
  'deadair',
  'istioctl-20260827124520-eed52ebb66ad',
);
