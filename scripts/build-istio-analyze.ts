import { fileURLToPath } from 'node:url';
import { build } from './istioctl/build.ts';
import { CACHED_ANALYZERS } from './istioctl/cached.ts';

/**
 * Builds the part of istioctl that fixes can fall foul of, for the real tests: npx tsx scripts/build-istio-analyze.ts
 * Its analyzers and its webhook's checks, without its Kubernetes client: two minutes of one core, and 20 s of downloads before.
 */
build('.', CACHED_ANALYZERS, fileURLToPath(new URL('istio-analyze', import.meta.url)));
