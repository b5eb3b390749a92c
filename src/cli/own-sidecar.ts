import { bypasses, mayBeOwn, withOwnSidecar } from '../decide/own-sidecar.ts';
import type { Measurement } from '../model/finding.ts';
import type { OwnProxy, Passage } from '../model/whereabouts.ts';
import { lookAround } from './look-around.ts';

/** How to find out what our own proxy does. */
export interface Eyes {
  readonly lookAround: () => Promise<OwnProxy>;
  readonly passageTo: (address: string, port: number) => Promise<Passage>;
}

/** The proxy beside us, as one run sees it. */
export interface OwnSidecar {
  /** The same measurement, with our own sidecar as the cause where it is the one. */
  readonly blame: (measurement: Measurement) => Promise<Measurement>;
  /** What was found; null where nobody has looked. */
  readonly found: () => OwnProxy | null;
}

/** Looks for a proxy beside us once, and only when a finding may be its doing; never where `isWanted` is false. */
export function ownSidecar(isWanted: boolean, eyes: Eyes = EYES): OwnSidecar {
  let looking: Promise<OwnProxy> | null = null;
  let found: OwnProxy | null = null;
  const look = async (): Promise<OwnProxy> => {
    looking ??= eyes.lookAround();
    found = await looking;
    return found;
  };
  const blame = async (measurement: Measurement): Promise<Measurement> => {
    const { address, port } = measurement.endpoint;
    if (!isWanted || address === null || !mayBeOwn(measurement) || bypasses(address, [])) return measurement;
    const proxy = await look();
    if (!proxy.pathTo || bypasses(address, proxy.ownAddresses)) return measurement;
    const view = { proxy, path: proxy.pathTo(address, port) };
    // One more connection is made only where it decides something.
    const supposed = withOwnSidecar(measurement, { ...view, passage: 'proxied' });
    if (supposed === measurement) return measurement;
    return withOwnSidecar(measurement, { ...view, passage: await eyes.passageTo(address, port) });
  };
  return { blame, found: () => found };
}

/** To a proxy beside us a connection takes no time. */
const PASSAGE_WAIT_MS = 1_000;

const EYES: Eyes = {
  lookAround,
  passageTo: async (address, port) => (await import('../net/passage.ts')).passageTo(address, port, PASSAGE_WAIT_MS),
};
