import { readFileSync } from 'node:fs';
import { closest } from '../targets/closest.ts';
import { parseJson } from '../targets/json.ts';
import { located, UsageError } from '../targets/usage-error.ts';
import { FLAGS_OF } from './commands.ts';
import type { FlagName, Values } from './flags.ts';
import type { Layer } from './settings.ts';
import { unreadable } from './unreadable.ts';

/** The flags that a file sets: YAML or JSON, keys named like the flags. A key nobody knows is a mistake, not a wish for later. */
export async function configured(file: string): Promise<Layer> {
  const text = readConfig(file);
  try {
    const document = file.endsWith('.json') ? parseJson(text) : (await import('../targets/yaml.ts')).parseYaml(text);
    return { values: valuesFrom(document), label: (flag) => `${file}: ${flag}` };
  } catch (error) {
    throw located(file, error);
  }
}

function readConfig(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(`--config ${file}`, error);
  }
}

/** An empty file sets nothing. */
function valuesFrom(document: unknown): Values {
  if (document === null || document === undefined) return {};
  if (typeof document !== 'object' || Array.isArray(document))
    throw new UsageError('this is not a list of flags', 'write one "flag: value" a line, such as patience: 10s');
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [flagNamed(key), valueOfKey(key, value)]));
}

function flagNamed(key: string): FlagName {
  const flag = FLAGS_OF.probe.find((name) => name === key && name !== 'config');
  if (flag !== undefined) return flag;
  const meant = closest(key, FLAGS_OF.probe);
  throw new UsageError(
    `there is no flag "${key}"`,
    meant ? `did you mean ${meant}?` : 'the keys are named like the flags, without dashes',
  );
}

function valueOfKey(key: string, value: unknown): string {
  if (['string', 'number', 'boolean'].includes(typeof value)) return String(value);
  throw new UsageError(`${key} is neither text, nor a number, nor true or false`);
}
