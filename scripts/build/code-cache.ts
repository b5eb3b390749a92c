import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const WARM_UP = fileURLToPath(new URL('warm-up.cjs', import.meta.url));

/**
 * Writes V8's compiled form of the program beside it, taken after a rehearsal in a process of its own (the flags of this one
 * would make the cache useless). A cache that cannot be made costs some milliseconds a start and nothing else, so it only warns.
 */
export const writeCodeCache = (folder: string): void => {
  const { NODE_OPTIONS: _, NODE_V8_COVERAGE: __, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [WARM_UP, folder], { encoding: 'utf8', timeout: 20_000, env });
  if (status !== 0) console.warn(`no code cache was made: ${stderr}`);
};
