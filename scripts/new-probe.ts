/** `npx tsx scripts/new-probe.ts NAME [TITLE]`: a new file in probes/ from the template, and the index brought up to date. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { writeIndex } from './index-probes.ts';

const [name = '', title = name] = process.argv.slice(2);
const file = new URL(`../probes/${name}.ts`, import.meta.url);

const refuse = (why: string): void => {
  console.error(`${why}\nhint: npm run new-probe -- my-protocol "My Protocol"`);
  process.exitCode = 2;
};

const scaffold = (): void => {
  const template = readFileSync(new URL('../probes/_template.ts', import.meta.url), 'utf8');
  writeFileSync(file, template.replaceAll('TITLE', () => title.replaceAll("'", '’')).replaceAll('NAME', name));
  writeIndex();
  console.error(`wrote probes/${name}.ts; next: fill it, then npx vitest run test/probes`);
};

if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
  refuse('a protocol needs a lower-case name of letters, digits and single hyphens');
else if (existsSync(file)) refuse(`probes/${name}.ts is there already`);
else scaffold();
