/** `npm run build`: the command line as one CommonJS file with its V8 code cache, the library as ESM, and the types. */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { bundleApart, bundleLauncher, bundleLibrary, bundleProgram } from './build/bundle.ts';
import { writeCodeCache } from './build/code-cache.ts';
import { writeNotices } from './build/notices.ts';
import { writeTypes } from './build/types.ts';

// Built aside and then put in place, so that a running test or demo never meets half a build.
const fresh = `.tmp/build-${process.pid}`;
mkdirSync(fresh, { recursive: true });
try {
  const [program, apart] = await Promise.all([
    bundleProgram(fresh),
    bundleApart(fresh),
    bundleLauncher(fresh),
    bundleLibrary(fresh),
    writeTypes(fresh),
  ]);
  writeNotices([program, apart], fresh);
  writeCodeCache(fresh);
  rmSync('dist', { recursive: true, force: true });
  renameSync(fresh, 'dist');
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
