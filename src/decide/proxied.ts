import type { Judgement } from '../model/verdict.ts';
import type { Evidence } from './evidence.ts';
import { endOf, isBrokenOff, type Reached, type Spoke } from './outcome.ts';
import type { Prompted } from './prompted.ts';
import { silenceOf } from './promptness.ts';

type Silence = Exclude<Reached, Spoke>;

/** Judges an endpoint whose proxy answered in HTTP by itself: by what it says became of the server behind it. */
export function judgeProxied(
  silent: Silence,
  { answer }: Extract<Prompted, { kind: 'proxied' }>,
  evidence: Evidence,
): Judgement {
  switch (answer.upstream) {
    case 'not-http':
      return notHttp(answer.status, evidence);
    case 'unreachable':
      return { kind: 'intercepted', confidence: 'certain', by: 'sidecar', proxyStatus: answer.status };
    case 'unusable':
      return { kind: 'intercepted', confidence: 'likely', by: 'sidecar', proxyStatus: answer.status };
    case 'hung-up':
      return brokenOff(silent, evidence);
    case 'silent':
      return { kind: 'mute', confidence: 'likely', silentMs: silenceOf(silent) };
    case 'denied':
      return denied(silent, evidence);
    case 'untold':
      return untold(silent, evidence);
    default:
      return answer.upstream satisfies never;
  }
}

/**
 * The server answered a request with something that is not HTTP. Where the proxy took even the nudge for HTTP, the port is
 * declared so; where only our request made it HTTP, there is a server of another protocol that answers when spoken to.
 */
function notHttp(status: number, { nudged }: Evidence): Judgement {
  const isDeclared = nudged.some(({ reply }) => reply?.kind === 'proxy');
  return isDeclared
    ? { kind: 'misdeclared', confidence: 'certain', expected: 'http', actual: null, proxyStatus: status }
    : { kind: 'healthy', confidence: 'possible', answeredTo: 'opening' };
}

/** A policy turns us away: in HTTP that is an answer, but where other words are broken off it is only our request that was HTTP. */
function denied(silent: Silence, evidence: Evidence): Judgement {
  return evidence.nudged.some((leg) => isBrokenOff(leg.outcome))
    ? brokenOff(silent, evidence)
    : { kind: 'healthy', confidence: 'likely', answeredTo: 'opening' };
}

/** The proxy rejected the words themselves; what it did with a request that it liked is on the connection that asked in HTTP. */
function untold(silent: Silence, { asked }: Evidence): Judgement {
  const request = asked.find(({ step }) => step.protocol === 'http');
  switch (request?.outcome.kind) {
    case 'silent':
      return { kind: 'mute', confidence: 'likely', silentMs: silenceOf(silent) };
    case 'hung-up':
    case 'reset':
      return closedAt(request.outcome.atMs, endOf(request.outcome));
    default:
      return {
        kind: 'healthy',
        confidence: request ? 'certain' : 'possible',
        answeredTo: request ? 'opening' : 'nudge',
      };
  }
}

/** Our words were the end of it: counted from the connection on which they were. */
function brokenOff(silent: Silence, { nudged, asked }: Evidence): Judgement {
  const [first] = [...nudged, ...asked].filter((leg) => isBrokenOff(leg.outcome) || leg.reply?.kind === 'proxy');
  const outcome = first?.outcome ?? silent;
  const afterMs = outcome.kind === 'spoke' ? outcome.firstByteMs : 'atMs' in outcome ? outcome.atMs : silent.atMs;
  return closedAt(afterMs, outcome.kind === 'reset' ? 'reset' : 'fin');
}

function closedAt(afterMs: number, how: 'fin' | 'reset'): Judgement {
  return { kind: 'closed', confidence: 'likely', how, afterMs, nudged: true };
}
