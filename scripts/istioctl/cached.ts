import { homedir } from 'node:os';
import { join } from 'node:path';

const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'deadair');

/** The revision of Istio that go.mod names. */
const REVISION = '20260827124520-eed52ebb66ad';

/** Where the build of istioctl is kept. */
export const CACHED_ISTIOCTL = join(CACHE, `istioctl-${REVISION}`);

/** Where the build of the analyzers alone is kept; the number is ours. */
export const CACHED_ANALYZERS = join(CACHE, `istio-analyze-${REVISION}-1`);
