import { parse } from 'yaml';
import { UsageError } from './usage-error.ts';

/** Parses YAML; the only importer of the library, which is loaded only when a YAML file is read. */
export function parseYaml(text: string): unknown {
  try {
    return parse(text, { prettyErrors: true, maxAliasCount: 100 });
  } catch (error) {
    const [summary = 'unreadable'] = String(error instanceof Error ? error.message : error).split('\n');
    throw new UsageError(`this is not YAML: ${summary.replace(/:$/, '')}`);
  }
}
