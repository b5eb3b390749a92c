import { factsOf } from '../../../src/explain/fix/facts.ts';
import { fixesFor } from '../../../src/explain/fix.ts';
import { MESHES } from '../../../src/mesh/index.ts';
import type { Finding, Measurement } from '../../../src/model/finding.ts';
import { apply, type Objects } from './state.ts';
import type { Story } from './story.ts';

const SERVICE = { namespace: 'mail', name: 'mail' };

/** The cluster after the story's change: what the report printed, its guesses filled in by hand as its comments ask. */
export function changed(story: Story, before: Objects, finding: Finding, port: number, targetPort: number): Objects {
  const documents = filledIn(manifestFor(story, finding)).split('---\n');
  const kept = documents.filter((text) => !story.without?.some((kind) => text.includes(`\nkind: ${kind}\n`)));
  const printed = kept.join('---\n');
  const manifest = story.isMapped === 'corrected' ? ofPod(printed, port, targetPort) : printed;
  return apply(apply(before, manifest), story.byHand?.(port, targetPort) ?? '');
}

/**
 * The report's own fix where a probe on loopback can print it. Only the user knows that the address is a Service's or a name's;
 * and where no mesh has shown itself, the report names the likeliest only.
 */
function manifestFor(story: Story, finding: Finding): string {
  if (story.fix === null) return '';
  const measurement = measurementOf(story, finding);
  const isNamed = story.host !== undefined || story.address !== undefined;
  const printed = isNamed ? [] : [finding.fixes, fixesFor(measurement, { scenario: story.scenario, service: SERVICE })];
  const lists = isNamed ? [fixesFor(measurement, { scenario: story.scenario })] : printed;
  const fix = lists.flat().find(({ id }) => id === story.fix);
  if (fix) return fix.manifest ?? '';
  const recipe = MESHES.flatMap(({ recipes }) => recipes).find(({ id }) => id === story.fix);
  if (!recipe) throw new Error(`no recipe ${story.fix}`);
  return recipe.manifest(factsOf(measurement, isNamed ? undefined : SERVICE)) ?? '';
}

function measurementOf(story: Story, { target, verdict: judgement, ...rest }: Finding): Measurement {
  const endpoint = { ...target, host: story.host ?? target.host, address: story.address ?? target.address };
  return { ...rest, endpoint, judgement };
}

/** "The pod's own port (the Service's targetPort), which may differ from the Service's port." */
function ofPod(manifest: string, port: number, targetPort: number): string {
  return manifest.replace(`"${port}":\n      mode: DISABLE`, `"${targetPort}":\n      mode: DISABLE`);
}

const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/default # change me: the client's namespace/g, 'shop'],
  [/default # change me: its namespace/g, 'mail'],
  [/\S+ # change me: the workload that runs the client/g, 'shop'],
  [/\S+ # change me: the Service in front of the server/g, 'mail'],
  [/\S+ # change me: the workload that runs the server/g, 'mail'],
  [/\S+ # change me: the labels of the server's pods, and of no others/g, 'mail'],
];

function filledIn(manifest: string): string {
  return ANSWERS.reduce((text, [guess, answer]) => text.replaceAll(guess, answer), manifest);
}
