import { gather, type Leg } from '../decide/evidence.ts';
import { READING_OF } from '../decide/kinds.ts';
import { type Plan, planner } from '../experiment/plan.ts';
import type { ProbeOptions } from '../model/options.ts';
import type { Probe } from '../model/probe.ts';
import type { Target } from '../model/target.ts';
import type { Transcript } from '../model/transcript.ts';
import { nodeWorld } from '../net/node.ts';
import { dialogue, type Known } from '../report/dialogue.ts';
import { placeAndAddress } from '../report/endpoint.ts';
import { type Found, sampleText } from '../report/sample-text.ts';
import { parseTargets } from '../targets/parse.ts';
import { located, UsageError } from '../targets/usage-error.ts';
import { EXIT } from './exit-code.ts';
import type { Interruption } from './interruption.ts';
import type { Output } from './output.ts';
import { overhear, wasHeard } from './overhear.ts';
import { talk } from './talk.ts';

/** `deadair protocols [name] --check host:port`: what is really said there, who knows it, and the sample to paste. */
export async function check(
  word: string,
  asked: Probe | null,
  options: ProbeOptions,
  catalogue: readonly Probe[],
  interruption: Interruption,
  output: Output,
): Promise<number> {
  const target = onlyTarget(word, catalogue);
  const world = nodeWorld();
  try {
    const resolution = await world.resolve(target.host);
    const address = resolution.kind === 'resolved' ? resolution.addresses[0] : undefined;
    if (address === undefined) {
      talk('note', `${target.host} has no address`);
      return EXIT.fail;
    }
    const endpoint = { ...target, address };
    const plan = planner(options, catalogue)(endpoint);
    if (plan.expected?.overTls) talk('note', `${plan.expected.name} is inside TLS: only what is outside is looked at`);
    if (asked && (asked.opening === undefined || !options.nudge)) talk('note', unasked(asked, options));
    const transcripts = await overhear(endpoint, plan, asked, world, interruption.signal);
    output.write(
      `${placeAndAddress({ host: address, port: target.port, address: target.host })}\n\n${pageOf(transcripts, plan)}`,
    );
    return interruption.exitCode() ?? (transcripts.some(wasHeard) ? EXIT.pass : EXIT.fail);
  } finally {
    world.close();
  }
}

function onlyTarget(word: string, catalogue: readonly Probe[]): Target {
  const [target, another] = firstTwo(word, catalogue);
  if (target && !another) return target;
  throw new UsageError(`--check: "${word}" is more than one endpoint`, 'write one host:port');
}

function firstTwo(word: string, catalogue: readonly Probe[]): readonly Target[] {
  try {
    const iterator = parseTargets(word, catalogue)[Symbol.iterator]();
    return [iterator.next(), iterator.next()].flatMap(({ done, value }) => (done ? [] : [value]));
  } catch (error) {
    throw located('--check', error);
  }
}

function unasked({ name }: Probe, { nudge }: ProbeOptions): string {
  return nudge
    ? `${name} has no opening of its own: only its greeting is waited for`
    : 'with --no-nudge nothing is asked';
}

type AnyLeg = Leg<'listen'> | Leg<'nudge'> | Leg<'ask'>;

/** The connections, and below them each sample once. */
function pageOf(transcripts: readonly Transcript[], plan: Plan): string {
  const { listened, nudged, asked } = gather(transcripts, plan.read);
  const legs: readonly AnyLeg[] = [listened, ...nudged, ...asked];
  const dialogues = transcripts.map((transcript, index) => dialogue(transcript, knownBy(legs[index], plan)));
  const samples = legs.flatMap((leg) => foundIn(leg, plan) ?? []).map(sampleText);
  return [...dialogues, ...new Set(samples)].join('\n');
}

function knownBy(leg: AnyLeg | undefined, { read }: Plan): Known | null {
  if (leg?.outcome.kind !== 'spoke') return null;
  const reading = read(leg.outcome.bytes);
  if (reading.kind === 'unknown') return null;
  const { kind, probe, version } = reading;
  return { protocol: probe.name, kind, version, isProxy: leg.reply?.kind === 'proxy' };
}

function foundIn(leg: AnyLeg, plan: Plan): Found | null {
  if (leg.outcome.kind !== 'spoke') return null;
  const known = knownBy(leg, plan);
  const isAnswer = leg.step.kind === 'ask' || leg.reply?.kind === 'answer';
  const kind = known ? fieldOf(known.kind) : isAnswer ? 'answers' : 'greetings';
  return { protocol: known?.protocol ?? null, kind, bytes: leg.outcome.bytes, version: known?.version ?? null };
}

const FIELDS = Object.entries(READING_OF) as readonly (readonly [Found['kind'], Known['kind']])[];

function fieldOf(kind: Known['kind']): Found['kind'] {
  return FIELDS.find(([, reading]) => reading === kind)?.[0] ?? 'answers';
}
