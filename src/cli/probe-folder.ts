import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueFrom, type Described } from '../catalogue/catalogue-from.ts';
import type { Probe } from '../model/probe.ts';
import { parseJson } from '../targets/json.ts';
import { located, UsageError } from '../targets/usage-error.ts';
import { parseYaml } from '../targets/yaml.ts';
import { unreadable } from './unreadable.ts';

/** The catalogue with the protocols of the files in a folder. Loaded only where a folder is named: it needs three libraries. */
export function catalogueWith(folder: string, builtIn: readonly Probe[]): readonly Probe[] {
  const files = filesIn(folder);
  if (files.length === 0)
    throw new UsageError(
      `--probes ${folder}: there is no protocol in it`,
      'write one protocol a file, named my-protocol.yaml or .json',
    );
  return catalogueFrom(
    files.map((file) => described(folder, file)),
    builtIn,
  );
}

/** Larger than any description by hand; a dump that went astray is not read. */
const SIZE_MAX = 1024 * 1024;
const FILES_MAX = 1_000;

function filesIn(folder: string): readonly string[] {
  const names = reading(`--probes ${folder}`, () => readdirSync(folder));
  const files = names.filter((name) => /^[^.].*\.(?:ya?ml|json)$/.test(name)).sort();
  if (files.length > FILES_MAX)
    throw new UsageError(
      `--probes ${folder}: ${files.length} files, more than ${FILES_MAX}`,
      'name a folder with nothing else in it',
    );
  return files;
}

function described(folder: string, file: string): Described {
  const path = join(folder, file);
  const status = reading(path, () => statSync(path));
  if (!status.isFile()) throw new UsageError(`${file}: this is no file`, 'name nothing else .yaml, .yml or .json');
  const { size } = status;
  if (size > SIZE_MAX)
    throw new UsageError(`${file}: ${size} bytes, more than ${SIZE_MAX}`, 'keep a sample to its first bytes');
  const text = reading(path, () => readFileSync(path, 'utf8')).replace(/^\ufeff/, '');
  try {
    return { file, document: file.endsWith('.json') ? parseJson(text) : parseYaml(text) };
  } catch (error) {
    throw located(file, withHint(error));
  }
}

/** The slip that everybody makes once. */
function withHint(error: unknown): unknown {
  return error instanceof UsageError && error.message.includes('escape')
    ? new UsageError(error.message, "write a pattern within single quotes, where a backslash is one: '^TENANT \\d'")
    : error;
}

function reading<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(what, error);
  }
}
