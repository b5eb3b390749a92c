import type { Judgement } from '../model/verdict.ts';
import type { Leg } from './evidence.ts';
import { isPrompt } from './promptness.ts';

/** What the first silent connection settles by itself, so that nothing else need be sent; null where it takes more. */
export function settledAlone({ outcome, reply }: Leg<'listen'>): Judgement | null {
  switch (outcome.kind) {
    case 'refused':
      return { kind: 'refused', confidence: 'certain', by: 'network', said: null };
    case 'unreachable':
      return { kind: 'unreachable', confidence: 'certain', code: outcome.code };
    case 'connect-timeout':
      return { kind: 'connect-timeout', confidence: 'certain', waitedMs: outcome.waitedMs };
    case 'pending':
    case 'silent':
    case 'hung-up':
    case 'reset':
      return null;
    case 'spoke':
      if (reply?.kind === 'scolding' || (reply?.kind === 'greeting' && reply.turnedAway)) {
        return { kind: 'refused', confidence: 'certain', by: 'server', said: outcome.bytes.slice(0, SAID_MAX) };
      }
      if (reply?.kind === 'answer' && reply.probe)
        return { kind: 'healthy', confidence: 'likely', answeredTo: 'silence' };
      if (!isPrompt(outcome)) return null;
      return {
        kind: 'server-first',
        confidence: reply?.kind === 'greeting' ? 'certain' : 'likely',
        firstByteMs: outcome.firstByteMs,
      };
    default:
      return outcome satisfies never;
  }
}

/** How much of an error greeting goes into the verdict; all that was kept is in the transcript. */
export const SAID_MAX = 200;
