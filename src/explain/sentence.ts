import { inWords } from '../model/duration.ts';
import type { Measurement, TlsEnd } from '../model/finding.ts';
import type { Confidence, Judgement, VerdictKind } from '../model/verdict.ts';
import { clockInWords } from './clock.ts';
import { quote } from './quote.ts';

/** What was found at one endpoint, in one plain sentence with its figures. */
export function sentenceFor(measurement: Measurement): string {
  const { judgement } = measurement;
  // The one cast: a judgement fits the rule of its own kind.
  const say = SENTENCES[judgement.kind] as (judgement: Judgement, measurement: Measurement) => string;
  return `${say(judgement, measurement)}${behindOurs(measurement)}${DOUBT[judgement.confidence]}`;
}

/** Our own proxy waits before it has dialled anybody. */
function behindOurs({ judgement, cause }: Measurement): string {
  const isHeld = judgement.kind === 'stalled' || judgement.kind === 'delayed';
  return isHeld && cause?.kind === 'own-sidecar'
    ? "; the prober's own sidecar waits before it dials, so what waits behind it cannot be seen from here"
    : '';
}

type Of<K extends VerdictKind> = Extract<Judgement, { kind: K }>;
type Sentences = { readonly [K in VerdictKind]: (judgement: Of<K>, measurement: Measurement) => string };

const DOUBT: { readonly [C in Confidence]: string } = {
  certain: '',
  likely: ' (likely, not proven)',
  possible: ' (possible; the evidence allows other readings)',
};

const SENTENCES: Sentences = {
  'server-first': ({ firstByteMs }, { protocol }) =>
    `greets unprompted${as(protocol?.name)}: first byte after ${inWords(firstByteMs)}`,
  healthy: ({ answeredTo }, { tls }) => `client-first: ${ANSWERED[answeredTo]}${shownIn(tls)}`,
  stalled: ({ silentMs, silenceEndedBy, freedMs }, measurement) =>
    `server-first, but its first words came only after client bytes: silence got ${SILENCE_GOT[silenceEndedBy]} ${inWords(silentMs)}, a nudge got them in ${inWords(freedMs)}${clockInWords(measurement)}`,
  delayed: ({ detectionTimeoutMs, silentMs, nudgedMs }, measurement) =>
    `a proxy holds the greeting until its detection timeout of about ${inWords(detectionTimeoutMs)}: silence got it after ${inWords(silentMs)}, a nudge after ${inWords(nudgedMs)}${clockInWords(measurement)}`,
  slow: slowly,
  'mtls-required': ({ identity }) =>
    `only mutual TLS is taken: plaintext gets nothing through, and the proxy shows ${identity || 'a mesh certificate'}`,
  misdeclared,
  intercepted: ({ by, proxyStatus }) =>
    `${INTERCEPTOR[by]} accepted the connection for a server that is not there${proxyStatus === null ? '' : `, and answered HTTP ${proxyStatus} itself`}`,
  closed: ({ how, afterMs, nudged }) =>
    `accepted, then ${how === 'fin' ? 'closed' : 'reset'} after ${inWords(afterMs)} without a byte${nudged ? ', once it was spoken to' : ''}`,
  mute: ({ silentMs }, measurement) =>
    spokenTo(measurement)
      ? `accepted, and answered neither ${inWords(silentMs)} of silence nor anything that was sent`
      : `accepted, and said nothing for ${inWords(silentMs)}; nothing was sent to see whether that helps`,
  inconsistent: ({ seen }) => `the samples of this address disagree: ${seen.join(', ')}`,
  refused: ({ by, said }) =>
    by === 'network'
      ? 'nothing accepts connections on this port'
      : `the server turned the client away: ${quote(said ?? '')}`,
  unreachable: ({ code }) => `the network has no way there (${code})`,
  'connect-timeout': ({ waitedMs }) => `no answer to the connection request within ${inWords(waitedMs)}`,
  unresolved: ({ code }) => `the name does not resolve (${code})`,
};

const ANSWERED: { readonly [A in Of<'healthy'>['answeredTo']]: string } = {
  nudge: 'silent until spoken to, then it answered the nudge',
  'blank-line': 'silent until spoken to, then it answered a blank line',
  opening: 'silent until spoken to, then it answered the opening of its protocol',
  handshake: 'silent until spoken to, then it answered a TLS handshake',
  silence: 'spoken to by nobody, it said so',
};

const SILENCE_GOT: { readonly [E in Of<'stalled'>['silenceEndedBy']]: string } = {
  silence: 'nothing in',
  fin: 'a close after',
  reset: 'a reset after',
};

const INTERCEPTOR: { readonly [B in Of<'intercepted'>['by']]: string } = {
  sidecar: 'a sidecar',
  'own-sidecar': "the prober's own sidecar",
};

/** The certificate, by name and date: the next thing that goes wrong with a TLS server is its end. */
function shownIn(tls: TlsEnd | null): string {
  if (!tls?.certificate) return '';
  const { subject, validTo, daysLeft } = tls.certificate;
  const until = validTo.slice(0, 10);
  return `; its certificate${subject === '' ? '' : ` for ${quote(subject)}`} ${daysLeft < 0 ? `expired on ${until}` : `is valid until ${until}`}`;
}

function as(name: string | undefined): string {
  return name === undefined ? '' : ` as ${name}`;
}

function slowly({ firstByteMs, reason }: Of<'slow'>): string {
  const when =
    firstByteMs === null ? 'the greeting did not come in time' : `the first byte came after ${inWords(firstByteMs)}`;
  switch (reason) {
    case 'late-in-silence':
      return `${when}; nothing was sent to see whether that hastens it`;
    case 'late-either-way':
      return `${when}, and speaking did not hasten it: the server is late, not a proxy`;
    case 'late-once':
      return `${when}, but promptly when looked at again: late once`;
    case 'punishes-early-talk':
      return `${when}: the server lets clients wait and turns away those who speak first`;
    default:
      return reason satisfies never;
  }
}

function misdeclared({ expected, actual, proxyStatus }: Of<'misdeclared'>, { endpoint }: Measurement): string {
  if (proxyStatus !== null)
    return `a proxy treats the port as HTTP: it answered HTTP ${proxyStatus} itself to bytes that are no HTTP`;
  const named = expected ?? endpoint.expectedProtocol ?? 'another protocol';
  return `${named} was expected, but ${actual ?? 'something else'} answered`;
}

function spokenTo({ transcripts }: Measurement): boolean {
  return transcripts.some(({ events }) => events.some((event) => event.kind === 'sent'));
}
