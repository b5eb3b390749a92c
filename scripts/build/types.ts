import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The library's declarations, as tsc sees them, with import endings that exist in the package. */
export const writeTypes = async (folder: string): Promise<void> => {
  const types = join(folder, 'types');
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  await promisify(execFile)(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', types]).catch((error) => {
    throw new Error(`tsc refused the library's types:\n${error.stdout}`);
  });
  for (const file of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.d.ts')) rewriteEndings(join(types, file));
  }
};

/** tsc rewrites `./x.ts` to `./x.js` in programs but not in declarations. */
const rewriteEndings = (file: string): void =>
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/(['"])(\.{1,2}\/[^'"]*)\.ts\1/g, '$1$2.js$1'));
