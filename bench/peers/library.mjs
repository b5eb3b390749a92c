// The library over the targets on stdin, one a line, as many at once as the plain loop; prints how long it took.
import { readFileSync } from 'node:fs';
import { probe } from '../../dist/index.js';

const targets = readFileSync(0, 'utf8').trim().split('\n');
const startedAt = performance.now();
const { summary } = await probe(targets, { concurrency: 256 });
if (summary.byVerdict['server-first'] !== targets.length) throw new Error(JSON.stringify(summary));
process.stdout.write(`${performance.now() - startedAt}\n`);
