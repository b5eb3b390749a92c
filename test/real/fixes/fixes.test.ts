import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MESHES } from '../../../src/mesh/index.ts';
import { describeFinding } from '../findings.ts';
import { freePort } from '../program.ts';
import { describeReal } from '../requirements.ts';
import { changed } from './change.ts';
import { type Outcome, play, type Scene, type Staged, targetPortOf } from './play.ts';
import { startServers } from './servers.ts';
import { STORIES, UNTRIED } from './stories.ts';
import type { Story } from './story.ts';

describe('every recipe', () => {
  it.each(MESHES.flatMap(({ recipes }) => recipes.map(({ id }) => id)))('%s is tried, or it is said why not', (id) => {
    const tries = STORIES.filter(({ fix, without }) => fix === id && !without);
    expect(tries.some(({ after }) => after === 'server-first' || after === 'healthy')).toBe(UNTRIED[id] === undefined);
  });

  it.each(Object.entries(UNTRIED))('%s is not tried: %s', (id) => {
    expect(MESHES.flatMap(({ recipes }) => recipes.map((recipe): string => recipe.id))).toContain(id);
  });
});

describeReal(
  'each fix, given to a real Envoy as its control plane would',
  ['envoy', 'openssl', 'mariadb', 'stunnel'],
  () => {
    let servers: Awaited<ReturnType<typeof startServers>>;
    let before: Map<Story, Outcome>;
    let after: Map<Story, Outcome>;

    beforeAll(async () => {
      servers = await startServers();
      const staged = await Promise.all(STORIES.map(stage));
      before = await play(staged.map(sceneBefore), servers.ports, true);
      after = await play(
        staged.map((one) => sceneAfter(one, before)),
        servers.ports,
        false,
      );
    }, 120_000);

    afterAll(() => servers?.stop());

    it('the database offers TLS of its own', () => {
      expect(servers.mariadbOffersTls).toBe(true);
    });

    describe.each(STORIES)('$name: $fix', (story) => {
      it(`is ${story.before} before`, () => expectVerdict(before, story, story.before));

      const left = story.without ? ` without ${story.without}` : '';
      it(`is ${story.after} after${left}`, () => expectVerdict(after, story, story.after));
    });

    it.each(STORIES.filter(({ silence }) => silence))(
      '$name: silence ends with $silence.end at $silence.atMs ms',
      (story) => {
        const answer = before.get(story)?.silence;
        const greetedMs = answer?.firstByteMs ?? null;
        const end = greetedMs === null ? answer?.end : 'greeting';
        expect(end).toBe(story.silence?.end);
        expect(Math.abs((greetedMs ?? answer?.endMs ?? 0) - (story.silence?.atMs ?? 0))).toBeLessThan(500);
      },
    );
  },
);

function expectVerdict(outcomes: Map<Story, Outcome>, story: Story, kinds: string | readonly string[]): void {
  const finding = outcomes.get(story)?.finding;
  expect(finding?.verdict.kind, finding && describeFinding(finding)).toBeOneOf([kinds].flat());
}

async function stage(story: Story): Promise<Staged> {
  return { story, port: await freePort(), innerPort: await freePort() };
}

function sceneBefore(staged: Staged): Scene {
  const { story, port } = staged;
  const objects = story.objects(port, targetPortOf(staged));
  return { ...staged, objects, vantage: story.vantage, server: story.server ?? 'smtp' };
}

function sceneAfter(staged: Staged, before: ReadonlyMap<Story, Outcome>): Scene {
  const { story, port } = staged;
  const scene = sceneBefore(staged);
  const finding = before.get(story)?.finding;
  if (!finding) throw new Error(`nothing was found before: ${story.name}`);
  return {
    ...scene,
    objects: changed(story, scene.objects, finding, port, targetPortOf(staged)),
    vantage: story.vantageAfter ?? scene.vantage,
    server: story.serverAfter ?? scene.server,
  };
}
