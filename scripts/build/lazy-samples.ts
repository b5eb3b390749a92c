import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

/**
 * Makes the samples of each probe a getter. They are most of the catalogue and no run but `deadair protocols` looks at them; a function
 * that is never called is not in the code cache, so that a start need not read them in.
 */
export const lazySamples: Plugin = {
  name: 'lazy-samples',
  setup(build) {
    build.onLoad({ filter: /[\\/]probes[\\/][\w-]+\.ts$/ }, ({ path }) => ({
      contents: withLazySamples(readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/** Rewrites `samples: {…}` of a probe file to `get samples() { return {…} }`; other files stay as they are. */
const withLazySamples = (text: string): string => {
  const property = samplesIn(ts.createSourceFile('probe.ts', text, ts.ScriptTarget.Latest, true));
  if (property === undefined) return text;
  const [start, end] = [property.getStart(), property.getEnd()];
  return `${text.slice(0, start)}get samples() { return ${property.initializer.getText()} }${text.slice(end)}`;
};

const samplesIn = (node: ts.Node): ts.PropertyAssignment | undefined => {
  if (ts.isPropertyAssignment(node) && node.name.getText() === 'samples') return node;
  return ts.forEachChild(node, samplesIn);
};
