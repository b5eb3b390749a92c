import { expect, test } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import { planner } from '../../src/experiment/plan.ts';
import { probeEndpoint } from '../../src/experiment/probe-endpoint.ts';
import type { Peer } from '../../src/lab/peer.ts';
import { istio } from '../../src/lab/proxies.ts';
import { closing, http, imap, mongodb, mysql, overTls, redis, scolding, slow, smtp } from '../../src/lab/servers.ts';
import { simulate } from '../../src/lab/simulate.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';
import type { Dial, Listener } from '../../src/net/world.ts';

const ENDPOINT = {
  input: 'it',
  host: 'it',
  address: '10.0.0.7',
  port: 31_337,
  expectedProtocol: null as string | null,
};
const TOO_EARLY = { say: '554 SMTP synchronization error\r\n', close: 'fin' } as const;
const SCOLDING = scolding(smtp, 5, TOO_EARLY);
const HELD = istio(smtp, { mtls: 'permissive', declared: 'auto' });

async function probed(
  peer: Peer,
  options: Partial<typeof DEFAULT_OPTIONS> = {},
  signal?: AbortSignal,
  given: Partial<typeof ENDPOINT> = {},
) {
  const endpoint = { ...ENDPOINT, ...given };
  const simulation = simulate({ peers: { [`10.0.0.7:${endpoint.port}`]: peer } });
  const dialled: string[] = [];
  const world = {
    ...simulation,
    connect(dial: Dial, listener: Listener) {
      if (dial.tls) dialled.push(`${dial.tls.offer.includes('kuma') ? 'identify' : 'inside'} ${dial.tls.serverName}`);
      return simulation.connect(dial, listener);
    },
  };
  const plan = planner({ ...DEFAULT_OPTIONS, ...options }, PROBES)(endpoint);
  let heldAtMs: number | null = null;
  const onHeld = () => {
    heldAtMs ??= world.now();
  };
  const measurement = await world.run(
    probeEndpoint(endpoint, plan, world, async (open) => open(() => {}), { signal, onHeld }),
  );
  const steps = measurement.transcripts.map(({ step }) => step.kind);
  return { ...measurement, steps, dialled, heldAtMs, endedMs: world.now() };
}

test.each<[string, Peer, Partial<typeof DEFAULT_OPTIONS>, string, string[]]>([
  ['a greeting needs one connection', smtp, {}, 'server-first', ['listen']],
  ['nobody there needs one, too', { kind: 'refused' }, {}, 'refused', ['listen']],
  ['an answer to the nudge needs two', redis, {}, 'healthy', ['listen', 'nudge']],
  ['a stall is looked at twice, and the mesh is asked', HELD, {}, 'stalled', ['listen', 'nudge', 'nudge', 'identify']],
  ['only listens where nothing may be sent', HELD, { nudge: false }, 'mute', ['listen']],
  ['a close is compared with a nudge', closing, { identify: false }, 'closed', ['listen', 'nudge']],
  ['a late greeting is compared in pairs', slow(smtp, 600), { identify: false }, 'slow', ['listen', 'listen', 'nudge']],
])('%s', async (_name, peer, options, kind, steps) => {
  const measured = await probed(peer, options);
  expect(measured.judgement.kind).toBe(kind);
  expect(measured.steps.slice(0, steps.length)).toEqual(steps);
  if (steps.length === 1) expect(measured.steps).toEqual(steps);
});

test.each([
  ['behind a sniffing sidecar', istio(SCOLDING, { mtls: 'permissive', declared: 'auto' }), 'stalled', 'istio-sidecar'],
  [
    'behind a sidecar that looks for TLS',
    istio(SCOLDING, { mtls: 'permissive', declared: 'tcp' }),
    'stalled',
    'istio-sidecar',
  ],
  ['by itself, and prompt', SCOLDING, 'server-first', undefined],
  ['by itself, and never greeting in time', scolding(smtp, 60_000, TOO_EARLY), 'slow', 'server'],
])('a server that turns away who speaks early, %s', async (_name, peer, kind, cause) => {
  const measured = await probed(peer);
  expect(measured.judgement.kind).toBe(kind);
  expect(measured.protocol?.name).toBe('smtp');
  expect(measured.cause?.kind).toBe(cause);
});

test.each([
  ['permissive', 'auto', 'stalled', 1],
  ['permissive', 'tcp', 'stalled', 1],
  ['strict', 'auto', 'mtls-required', 2],
] as const)(
  'a server that counts what is broken off, %s and declared %s, gets few handshakes',
  async (mtls, declared, kind, handshakes) => {
    const measured = await probed(istio(mysql, { mtls, declared }), {}, undefined, { port: 3_306 });
    expect(measured.judgement.kind).toBe(kind);
    expect(measured.cause).toMatchObject({ kind: 'istio-sidecar', posture: mtls });
    if (mtls === 'permissive') expect(measured.cause).toMatchObject({ declared, confidence: 'likely' });
    expect(measured.dialled).toHaveLength(handshakes);
    expect(measured.steps).not.toContain('inside');
  },
);

test('the identifying connection speaks TLS', async () => {
  expect((await probed(HELD)).cause).toMatchObject({ kind: 'istio-sidecar', posture: 'permissive' });
});

test.each([
  ['a mail server', 993, null, overTls(imap, 'mail.example'), 'imaps', 'healthy'],
  ['a mail server on no port of its own', 31_337, null, overTls(imap, 'mail.example'), 'imaps', 'healthy'],
  ['a web server that speaks HTTP/2', 443, null, overTls(http, 'web.example', ['h2', 'http/1.1']), 'https', 'healthy'],
  ['a web server that speaks HTTP', 443, null, overTls(http, 'web.example'), 'https', 'healthy'],
  [
    'a server that hangs up on what it does not know',
    31_337,
    null,
    overTls(imap, 'mail.example', ['imap']),
    'imaps',
    'healthy',
  ],
  ['a store without a name of its own there', 31_337, null, overTls(mongodb, 'db.example'), 'tls', 'healthy'],
  ['the one that was named', 31_337, 'imaps', overTls(imap, 'mail.example'), 'imaps', 'healthy'],
  ['another than was named', 31_337, 'imaps', overTls(http, 'web.example', ['h2']), 'tls', 'healthy'],
  ['mail where the web was named', 31_337, 'https', overTls(imap, 'mail.example'), 'imaps', 'misdeclared'],
  [
    'a mail server behind a sidecar',
    993,
    null,
    istio(overTls(imap, 'mail.example'), { mtls: 'permissive', declared: 'auto' }),
    'imaps',
    'healthy',
  ],
])('looks into TLS: %s', async (_name, port, expectedProtocol, peer, protocol, kind) => {
  const measured = await probed(peer, {}, undefined, { port, expectedProtocol });
  expect({ kind: measured.judgement.kind, protocol: measured.protocol?.name }).toEqual({ kind, protocol });
  expect(measured.tls).toMatchObject({ version: 'TLSv1.3', certificate: { daysLeft: 4_000 } });
  expect(measured.steps.filter((step) => step === 'inside').length).toBeLessThanOrEqual(2);
});

test('names the server it means in the handshake, but not to find out about a sidecar', async () => {
  const named = await probed(overTls(imap, 'mail.example'), {}, undefined, { host: 'mail.example.' });
  expect(named.dialled).toContain('inside mail.example');
  expect((await probed(HELD, {}, undefined, { host: 'mail.example' })).dialled).toContain('identify undefined');
  const numbered = await probed(overTls(imap, 'mail.example'), {}, undefined, { host: '10.0.0.7' });
  expect(numbered.dialled).toContain('inside undefined');
});

test('tells early that a greeting was freed, and keeps silent to the end of the patience', async () => {
  const { heldAtMs, endedMs } = await probed(HELD);
  expect(heldAtMs).toBeLessThan(2_500);
  expect(endedMs).toBeGreaterThanOrEqual(6_000);
});

test('tells nothing of that where nothing is held', async () => {
  expect((await probed(smtp)).heldAtMs).toBeNull();
});

test('an interrupted one makes no more connections, and waits for nothing', async () => {
  const { steps, endedMs } = await probed(HELD, {}, AbortSignal.abort());
  expect(steps).toEqual(['listen']);
  expect(endedMs).toBeLessThan(1);
});
