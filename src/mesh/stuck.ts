import type { Stuck } from '../model/whereabouts.ts';

/**
 * The connections that our own Envoy holds in its listener filters just now, from `/stats?filter=downstream_pre_cx_active`.
 * Null where it counts none: Istio leaves this gauge out unless `sidecar.istio.io/statsInclusionSuffixes` names it.
 */
export function readStuck(stats: string): readonly Stuck[] | null {
  const gauges = stats.split('\n').flatMap((line) => {
    const [, listener, count] = /^listener\.(\S{1,200})\.downstream_pre_cx_active: (\d{1,12})\r?$/.exec(line) ?? [];
    return listener && count ? [{ listener, connections: Number(count) }] : [];
  });
  return gauges.length === 0 ? null : gauges.filter(({ connections }) => connections > 0);
}
