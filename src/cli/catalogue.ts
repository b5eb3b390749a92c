import { PROBES } from '../../probes/index.ts';
import type { Probe } from '../model/probe.ts';

/** The protocols of a run: the built-in ones, and those of `--probes`. */
export async function catalogueOf({ probes }: { readonly probes: string | null }): Promise<readonly Probe[]> {
  return probes === null ? PROBES : (await import('./probe-folder.ts')).catalogueWith(probes, PROBES);
}
