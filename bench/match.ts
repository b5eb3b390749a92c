import { PROBES } from '../probes/index.ts';
import { fingerprint } from '../src/decide/fingerprint.ts';
import { type Effort, median, type Row } from './row.ts';

const LIMIT_MICROSECONDS = 50;
const NO_HINT = { port: 0, expectedProtocol: null };

/** How long it takes to name a greeting: every sample of the catalogue, over and over, and as many that nobody knows. */
export const benchMatch = ({ greetings }: Effort): readonly Row[] => {
  const known = PROBES.flatMap(({ samples }) =>
    [...(samples.greetings ?? []), ...(samples.answers ?? [])].map(({ bytes }) => bytes),
  );
  const strange = known.map((bytes) => [...bytes].reverse().join(''));
  const all = [...known, ...strange];
  const perGreeting = [0, 1, 2, 3, 4].map(() => timeOf(all, greetings));
  const value = median(perGreeting);
  return [
    {
      what: `name ${greetings} greetings against ${PROBES.length} protocols, each`,
      floor: '',
      value: `${value.toFixed(1)} µs`,
      ratio: null,
      limit: `< ${LIMIT_MICROSECONDS} µs`,
      passed: value < LIMIT_MICROSECONDS,
    },
  ];
};

const timeOf = (all: readonly string[], count: number): number => {
  const startedAt = performance.now();
  for (let index = 0; index < count; index += 1) fingerprint(all[index % all.length] ?? '', PROBES, NO_HINT);
  return ((performance.now() - startedAt) * 1_000) / count;
};
