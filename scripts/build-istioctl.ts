import { build } from './istioctl/build.ts';
import { CACHED_ISTIOCTL } from './istioctl/cached.ts';

/**
 * Builds istioctl, to which the real tests show every fix, from Istio's Go modules: npx tsx scripts/build-istioctl.ts
 * Four to thirteen minutes of two cores, so it is done once and kept. scripts/build-istio-analyze.ts is a part of it, in two.
 */
build('istio.io/istio/istioctl/cmd/istioctl', CACHED_ISTIOCTL);
