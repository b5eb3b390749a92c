import type { Probe } from '../model/probe.ts';
import { located, UsageError } from '../targets/usage-error.ts';
import { objectionsTo } from './objections.ts';
import { probeFrom } from './probe-from.ts';

/** A file with one protocol in it, parsed. */
export interface Described {
  readonly file: string;
  readonly document: unknown;
}

/**
 * The catalogue with protocols of the user's: one with the name of a built-in takes its place. All of them are held to the law of
 * the catalogue before any is used; what breaks it is a UsageError that names the file and the field.
 */
export function catalogueFrom(files: readonly Described[], builtIn: readonly Probe[]): readonly Probe[] {
  const fileOf = new Map<string, string>();
  const own = files.map(({ file, document }) => within(file, () => readOne(file, document, fileOf)));
  const byName = new Map([...builtIn, ...own].map((probe) => [probe.name, probe]));
  const catalogue = [...byName.values()];
  for (const probe of own) {
    const [objection] = objectionsTo(probe, catalogue);
    if (!objection) continue;
    const { place, words, hint } = objection;
    throw new UsageError(`${fileOf.get(probe.name)}: ${place}: ${words}`, hint);
  }
  return catalogue;
}

function readOne(file: string, document: unknown, fileOf: Map<string, string>): Probe {
  const probe = probeFrom(document, '');
  const before = fileOf.get(probe.name);
  if (before !== undefined)
    throw new UsageError(`name: ${before} has a "${probe.name}" too`, 'name one of the two otherwise');
  fileOf.set(probe.name, file);
  return probe;
}

function within<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw located(file, error);
  }
}
