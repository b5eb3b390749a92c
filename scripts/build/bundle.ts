import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { lazySamples } from './lazy-samples.ts';

const SHARED = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
} as const satisfies BuildOptions;

/** What the launcher calls the program with: CommonJS's five, and its own `import()`, which code from a cache does not have. */
const WRAPPER = '(function(exports,require,module,__filename,__dirname,importModule){';

/**
 * What the program finds instead of two things. yargs is ESM only and asks where it is, to which CommonJS has no answer. The global
 * `performance` loads perf_hooks, which costs 2 ms; the clock behind it can be had for nothing, and differences are all we use.
 */
const STAND_INS = [
  "const __importMeta={get url(){return require('url').pathToFileURL(__filename).href}};",
  'const __performance={now(){const[s,n]=process.hrtime();return s*1e3+n/1e6}};',
].join('');

/**
 * The program of the command line as one CommonJS function: only that can be given a code cache, and it starts 7 ms sooner than ESM.
 * `string-width` is swapped for a shim, for importing the real one costs 28 ms.
 */
export const bundleProgram = async (folder: string): Promise<Metafile> => {
  const { metafile, outputFiles } = await build({
    ...SHARED,
    plugins: [lazySamples, examinerApart],
    write: false,
    format: 'cjs',
    entryPoints: { program: 'src/cli/main.ts' },
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    alias: { 'string-width': './scripts/build/string-width.cjs' },
    define: { 'import.meta': '__importMeta', performance: '__performance' },
    banner: { js: `${WRAPPER}${STAND_INS}` },
    footer: { js: '})' },
  });
  for (const { text } of outputFiles) writeFileSync(join(folder, 'program.cjs'), withLentImport(asLatin1(text)));
  return metafile;
};

/** The examiner of patterns, which only `--probes` needs: with its libraries it is twice as large as the program. */
export const bundleExaminer = async (folder: string): Promise<Metafile> => {
  const { metafile } = await build({
    ...SHARED,
    format: 'cjs',
    entryPoints: { examine: 'src/catalogue/examine.ts' },
    outdir: folder,
    outExtension: { '.js': '.cjs' },
  });
  return metafile;
};

/** Leaves it out of the program, which finds it beside itself. */
const examinerApart: Plugin = {
  name: 'examiner-apart',
  setup(build) {
    build.onResolve({ filter: /\/examine\.ts$/ }, () => ({ path: './examine.cjs', external: true }));
  },
};

const withLentImport = (text: string): string => text.replaceAll(/(?<![\w$.])import\(/g, 'importModule(');

/** The launcher reads the program as latin1, the fastest there is; esbuild escapes what is beyond ASCII. */
const asLatin1 = (text: string): string => {
  const beyond = /[^\x00-\x7f]/.exec(text);
  if (beyond !== null)
    throw new Error(`the program has a character beyond ASCII: ${text.slice(beyond.index - 40, beyond.index + 20)}`);
  return text;
};

/** The bin: answers `--version`, or loads the program with its code cache. */
export const bundleLauncher = async (folder: string): Promise<void> => {
  await build({ ...SHARED, format: 'cjs', entryPoints: ['src/cli/launch.ts'], outfile: join(folder, 'deadair.cjs') });
};

/** The library: one ESM file; packages stay outside, as package.json declares them. */
export const bundleLibrary = async (folder: string): Promise<void> => {
  await build({
    ...SHARED,
    minify: false,
    format: 'esm',
    packages: 'external',
    entryPoints: { index: 'src/index.ts' },
    outdir: folder,
  });
};
