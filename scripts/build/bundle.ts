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

const FOR_COMMONJS = {
  alias: { 'string-width': './scripts/build/string-width.cjs' },
  define: { 'import.meta': '__importMeta', performance: '__performance' },
} as const satisfies BuildOptions;

/**
 * The program of the command line as one CommonJS function: only that can be given a code cache, and it starts 7 ms sooner than ESM.
 * `string-width` is swapped for a shim, for importing the real one costs 28 ms.
 */
export const bundleProgram = async (folder: string): Promise<Metafile> => {
  const { metafile, outputFiles } = await build({
    ...SHARED,
    plugins: [lazySamples, apart],
    write: false,
    format: 'cjs',
    entryPoints: { program: 'src/cli/main.ts' },
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    ...FOR_COMMONJS,
    banner: { js: `${WRAPPER}${STAND_INS}` },
    footer: { js: '})' },
  });
  for (const { text } of outputFiles) writeFileSync(join(folder, 'program.cjs'), withLentImport(asLatin1(text)));
  return metafile;
};

/**
 * What a run to a verdict has no need of, each in a file of its own beside the program: the less there is to read, the sooner it
 * starts. The examiner of patterns, which only `--probes` uses, is with its libraries twice as large as all the rest.
 */
const APART: Readonly<Record<string, string>> = {
  examine: 'src/catalogue/examine.ts',
  yargs: 'yargs',
  yaml: 'yaml',
  ora: 'ora',
};

/** Bundles those. */
export const bundleApart = async (folder: string): Promise<Metafile> => {
  const { metafile } = await build({
    ...SHARED,
    ...FOR_COMMONJS,
    format: 'cjs',
    entryPoints: APART,
    outdir: join(folder, 'apart'),
    outExtension: { '.js': '.cjs' },
    banner: { js: STAND_INS },
    // Who imports the default of a CommonJS file gets all of its exports.
    footer: { js: 'module.exports=module.exports.default??module.exports;' },
  });
  return metafile;
};

/** Leaves them out of the program, which finds them when it asks for them. */
const apart: Plugin = {
  name: 'apart',
  setup(build) {
    for (const [name, path] of Object.entries(APART)) {
      const isPackage = path === name;
      const filter = isPackage ? new RegExp(`^${name}$`) : new RegExp(`/${name}\\.ts$`);
      build.onResolve({ filter }, () => ({ path: `./apart/${name}.cjs`, external: true }));
    }
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
