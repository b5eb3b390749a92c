import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixesFor } from '../../../src/explain/fix.ts';
import { probe } from '../../../src/index.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { type Peers, startPeers } from '../peers/start.ts';
import { freePort } from '../program.ts';
import { describeReal } from '../requirements.ts';
import { type Entrance, startPaths } from './paths.ts';
import { pathOf, type Vantage } from './pilot.ts';
import { apply, type Objects, stateOf } from './state.ts';
import { STORIES, type Story } from './stories.ts';

/** A story with the ports it is played on. */
interface Staged {
  readonly story: Story;
  readonly port: number;
  readonly innerPort: number;
}

describeReal('each fix, applied and given to a real Envoy as istiod would', ['envoy', 'openssl'], () => {
  let peers: Peers;
  let before: Map<Story, Finding>;
  let after: Map<Story, Finding>;

  beforeAll(async () => {
    peers = await startPeers();
    const staged = await Promise.all(STORIES.map(stage));
    before = await play(staged, peers.port('smtp'), (story) => story.vantage, objectsBefore);
    const fixed = staged.filter((one) => fixFor(one, before.get(one.story)));
    const change = (one: Staged) => objectsAfter(one, before.get(one.story));
    after = await play(fixed, peers.port('smtp'), ({ vantage, vantageAfter }) => vantageAfter ?? vantage, change);
  }, 120_000);

  afterAll(() => peers?.stop());

  describe.each(STORIES)('$name: $fix', (story) => {
    it(`is ${story.before} before`, () => {
      expect(before.get(story)?.verdict.kind).toBe(story.before);
    });

    it(`is ${story.after} after${story.without ? ` without ${story.without}` : ''}`, () => {
      expect(after.get(story)?.verdict.kind).toBe(story.after);
    });
  });
});

async function stage(story: Story): Promise<Staged> {
  return { story, port: await freePort(), innerPort: await freePort() };
}

/** Sets up the ways through the mesh that these objects make, and probes each as its scenario's client would. */
async function play(
  staged: readonly Staged[],
  serverPort: number,
  vantageOf: (story: Story) => Vantage,
  objectsOf: (one: Staged) => Objects,
): Promise<Map<Story, Finding>> {
  const entrances = staged.map((one): Entrance => {
    const place = { port: one.port, targetPort: targetPortOf(one), meshMode: one.story.meshMode };
    const path = pathOf(stateOf(objectsOf(one), place), vantageOf(one.story));
    return { name: one.story.name, path, port: one.port, innerPort: one.innerPort };
  });
  const stop = await startPaths(entrances, serverPort);
  try {
    const found = staged.map(async ({ story, port }, index) => {
      const { path } = entrances[index] as Entrance;
      const dialled = path.client || path.server ? port : serverPort;
      const { findings } = await probe(`127.0.0.1:${dialled}`, {
        patienceMs: 2_000,
        nudgeAfterMs: 500,
        scenario: story.scenario,
      });
      return [story, findings[0] as Finding] as const;
    });
    return new Map(await Promise.all(found));
  } finally {
    await stop();
  }
}

/** From outside the pod's own port is dialled; a Service may map another one to it. */
function targetPortOf({ story, port, innerPort }: Staged): number {
  return story.vantage === 'outside' ? port : innerPort;
}

function objectsBefore(one: Staged): Objects {
  return one.story.objects(one.port, targetPortOf(one));
}

/** The fix that the report printed, its guesses filled in by hand as its comments ask. */
function objectsAfter(one: Staged, finding: Finding | undefined): Objects {
  const fix = fixFor(one, finding);
  const documents = filledIn(fix?.manifest ?? '').split('---\n');
  const kept = documents.filter((text) => !one.story.without?.some((kind) => text.includes(`\nkind: ${kind}\n`)));
  return apply(objectsBefore(one), kept.join('---\n'));
}

function fixFor({ story }: Staged, finding: Finding | undefined) {
  const printed = finding?.fixes.find(({ id }) => id === story.fix);
  if (printed || !finding) return printed;
  // Only the user knows that the address is a Service's.
  const { target: endpoint, verdict: judgement, ...rest } = finding;
  const context = { scenario: story.scenario, service: { namespace: 'mail', name: 'mail' } };
  return fixesFor({ ...rest, endpoint, judgement }, context).find(({ id }) => id === story.fix);
}

const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/default # change me: the client's namespace/, 'shop'],
  [/default # change me: its namespace/, 'mail'],
  [/\S+ # change me: the workload that runs the client/, 'shop'],
  [/\S+ # change me: the Service in front of the server/, 'mail'],
  [/\S+ # change me: the workload that runs the server/, 'mail'],
  [/\S+ # change me: the labels of the server's pods, and of no others/, 'mail'],
];

function filledIn(manifest: string): string {
  return ANSWERS.reduce((text, [guess, answer]) => text.replaceAll(new RegExp(guess, 'g'), answer), manifest);
}
