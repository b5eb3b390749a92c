import { clockOf, onlySuspectOf } from '../mesh/clock.ts';
import { MESHES } from '../mesh/index.ts';
import type { Measurement } from '../model/finding.ts';

/** What the time after which a proxy gave up says of whose it is, for the end of a sentence; nothing where the proxy has shown itself. */
export function clockInWords({ judgement, cause }: Measurement): string {
  const reading = clockOf(judgement);
  if (!reading || !cause || cause.identity !== null || cause.kind === 'own-sidecar') return '';
  const names = reading.suspects.map(({ mesh }) => mesh);
  const titles = MESHES.filter(({ name }) => names.includes(name)).map(({ title }) => title);
  const isLikely = onlySuspectOf(reading) !== null && reading.confidence === 'likely';
  return isLikely ? `; that time is likely ${titles[0]}'s` : `; that time would fit ${listed(titles)}`;
}

function listed(titles: readonly string[]): string {
  return titles.length < 2 ? titles.join('') : `${titles.slice(0, -1).join(', ')} or ${titles.at(-1)}`;
}
