import { afterAll, beforeAll, expect, it } from 'vitest';
import { probe } from '../../src/index.ts';
import type { Cause, Finding } from '../../src/model/finding.ts';
import type { ProbeOptions } from '../../src/model/options.ts';
import { SHAPES, type ShapeName } from './envoy/shapes.ts';
import { type Envoy, startEnvoy } from './envoy/start.ts';
import { expectedCauses, expectedVerdicts, PROTOCOLS, SPOKEN } from './expectations.ts';
import { describeFinding } from './findings.ts';
import { PEER_NAMES, type PeerName } from './peers/peers.ts';
import { type Peers, startPeers } from './peers/start.ts';
import { describeReal } from './requirements.ts';

const SHAPE_NAMES = Object.keys(SHAPES) as ShapeName[];

/** The HTTP inspector has two parsers; only where it runs can the second make a difference. */
const LEGACY_NAMES: readonly ShapeName[] = ['permissive-auto', 'permissive-auto-1s', 'disable-auto', 'outbound-auto'];

type Way = { readonly shape: ShapeName | 'direct'; readonly parser: 'balsa' | 'legacy' };

const WAYS: readonly Way[] = [
  { shape: 'direct', parser: 'balsa' },
  ...SHAPE_NAMES.map((shape) => ({ shape, parser: 'balsa' }) as const),
  ...LEGACY_NAMES.map((shape) => ({ shape, parser: 'legacy' }) as const),
];

const CELLS = WAYS.flatMap(({ shape, parser }) => PEER_NAMES.map((peer) => [shape, peer, parser] as const));

const isFine = (shape: Way['shape']): boolean => shape.endsWith('-100ms');

/** A measured timeout may be off by a tenth, or by 30 ms where that is more; and, being a difference, by twice what the prober says it was late. */
const tolerance = (timeoutMs: number, finding: Finding): number => Math.max(timeoutMs / 10, 30) + 2 * lagOf(finding);

const isLike = (cause: Cause | null, expected: Partial<Cause>): boolean =>
  cause !== null && Object.entries(expected).every(([key, value]) => cause[key as keyof Cause] === value);

const lagOf = ({ transcripts }: Finding): number => Math.max(...transcripts.map(({ lagMs }) => lagMs));

describeReal('every shape of sidecar before every kind of server', ['envoy', 'openssl'], () => {
  let peers: Peers;
  let envoys: Readonly<Record<Way['parser'], Envoy>>;
  const findings = new Map<number, Finding>();

  const portOf = (shape: Way['shape'], peer: PeerName, parser: Way['parser']): number =>
    shape === 'direct' ? peers.port(peer) : envoys[parser].port(shape, peer);

  const measure = async (cells: typeof CELLS, options: Partial<ProbeOptions>): Promise<void> => {
    const report = await probe(
      cells.map((cell) => `127.0.0.1:${portOf(...cell)}`),
      options,
    );
    for (const finding of report.findings) findings.set(finding.target.port, finding);
  };

  const findingOf = (shape: Way['shape'], peer: PeerName, parser: Way['parser']): Finding => {
    const finding = findings.get(portOf(shape, peer, parser));
    if (!finding) throw new Error('the report has no such finding');
    return finding;
  };

  beforeAll(async () => {
    peers = await startPeers();
    const backends = Object.fromEntries(PEER_NAMES.map((name) => [name, peers.port(name)]));
    const legacyShapes = Object.fromEntries(LEGACY_NAMES.map((name) => [name, SHAPES[name]]));
    envoys = {
      balsa: await startEnvoy(SHAPES, backends),
      legacy: await startEnvoy(legacyShapes, backends, { httpParser: 'legacy' }),
    };
    // All of it is one machine's loopback: the bound per address is lifted, the one per endpoint stays.
    await measure(
      CELLS.filter(([shape]) => !isFine(shape)),
      { perHost: 256 },
    );
    // A tenth of a second cannot be told from our own lag: measured apart, and again where we were late by more than a tenth of that.
    let fine = CELLS.filter(([shape]) => isFine(shape));
    for (let round = 0; round < 4 && fine.length > 0; round += 1) {
      await measure(fine, { concurrency: 8 });
      fine = fine.filter((cell) => lagOf(findingOf(...cell)) > 10);
    }
  }, 240_000);

  afterAll(async () => {
    await envoys?.balsa.stop();
    await envoys?.legacy.stop();
    await peers?.stop();
  });

  it.each(CELLS)('%s, %s, %s parser: the verdict', (shape, peer, parser) => {
    const finding = findingOf(shape, peer, parser);
    const { verdict, timing } = finding;
    const allowed = expectedVerdicts(shape, peer);
    const expected = allowed.find(({ kind }) => kind === verdict.kind);
    expect(expected, `not ${allowed.map(({ kind }) => kind).join(' or ')}: ${describeFinding(finding)}`).toBeDefined();
    const timeoutMs = expected?.detectionTimeoutMs ?? null;
    if (timeoutMs === null) expect(timing.detectionTimeoutMs, describeFinding(finding)).toBeNull();
    else {
      const off = Math.abs((timing.detectionTimeoutMs ?? 0) - timeoutMs);
      expect(off, describeFinding(finding)).toBeLessThanOrEqual(tolerance(timeoutMs, finding));
    }
  });

  it.each(CELLS)('%s, %s, %s parser: the protocol', (shape, peer, parser) => {
    const finding = findingOf(shape, peer, parser);
    const expected = SPOKEN.has(finding.verdict.kind) ? PROTOCOLS[peer] : null;
    expect(finding.protocol?.name ?? null, describeFinding(finding)).toBe(expected);
  });

  it.each(CELLS)('%s, %s, %s parser: the cause, its mode, declaration and identity', (shape, peer, parser) => {
    const finding = findingOf(shape, peer, parser);
    const allowed = expectedCauses(shape, peer, finding.verdict.kind);
    const fits = allowed.some((cause) => (cause ? isLike(finding.cause, cause) : finding.cause === null));
    expect(fits, `not ${JSON.stringify(allowed)}: ${describeFinding(finding)}`).toBe(true);
  });
});
