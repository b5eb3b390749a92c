import { probe } from '../../../src/index.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { type Answer, call } from '../call.ts';
import { type Entrance, startPaths } from './paths.ts';
import { pathOf, type Vantage } from './pilot.ts';
import { type Objects, type Place, stateOf } from './state.ts';
import type { ServerName, Story } from './story.ts';

/** A story with the ports it is played on. */
export interface Staged {
  readonly story: Story;
  readonly port: number;
  readonly innerPort: number;
}

/** One way through the mesh, as the story's client meets it. */
export interface Scene extends Staged {
  readonly objects: Objects;
  readonly vantage: Vantage;
  readonly server: ServerName;
}

/** What was found there. */
export interface Outcome {
  readonly finding: Finding;
  /** What a client got that only waited, where the story tells how that ends. */
  readonly silence: Answer | null;
}

/** The pod's own port: a Service may map another one to it. From outside the pod's is dialled, unless a Service is in between. */
export function targetPortOf({ story, port, innerPort }: Staged): number {
  return story.vantage === 'outside' && !story.isMapped ? port : innerPort;
}

/** Sets up the ways through the mesh that these objects make, and probes each as its scenario's client would. */
export async function play(
  scenes: readonly Scene[],
  serverPorts: Readonly<Record<ServerName, number>>,
  withSilence: boolean,
): Promise<Map<Story, Outcome>> {
  const entrances = scenes.map((scene): Entrance => entranceOf(scene, serverPorts[scene.server]));
  const proxies = await startPaths(entrances);
  try {
    const outcomes = scenes.map(async ({ story, port, server }, index) => {
      const { path } = entrances[index] as Entrance;
      const dialled = path.client || path.server ? port : serverPorts[server];
      const silence = withSilence && story.silence ? call({ port: dialled, waitMs: 17_000 }) : null;
      const { findings } = await probe(`127.0.0.1:${dialled}`, { ...OPTIONS, scenario: story.scenario });
      return [story, { finding: findings[0] as Finding, silence: await silence }] as const;
    });
    return new Map(await Promise.all(outcomes));
  } finally {
    await proxies.stop();
  }
}

const OPTIONS = { patienceMs: 2_000, nudgeAfterMs: 500 };

function entranceOf({ objects, vantage, ...staged }: Scene, serverPort: number): Entrance {
  const { story, port, innerPort } = staged;
  const place: Place = {
    port,
    targetPort: targetPortOf(staged),
    address: story.address ?? '127.0.0.1',
    dialsByName: story.host !== undefined,
    meshMode: story.meshMode,
  };
  const path = story.control ? story.control(objects, place, vantage) : pathOf(stateOf(objects, place), vantage);
  return { name: story.name, path, port, innerPort, serverPort };
}
