import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { type Row, tableOf } from './row.ts';

const README = new URL('../README.md', import.meta.url);
const BLOCK = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/;

/** The whole result as text: the table, and on what it was measured. */
export const reportOf = (rows: readonly Row[]): string =>
  `${tableOf(rows)}\n\nnode ${process.version}, ${process.platform}, ${cpus().length} cores, loopback`;

/** Keeps the figures: for programs in bench/results.json, for people in the README. */
export const record = (rows: readonly Row[]): void => {
  const machine = { node: process.version, platform: process.platform, cores: cpus().length };
  writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify({ machine, rows }, null, 2)}\n`);
  const block = `\`\`\`\n${reportOf(rows)}\n\`\`\`\n`;
  writeFileSync(
    README,
    readFileSync(README, 'utf8').replace(BLOCK, (_, begin, end) => `${begin}${block}${end}`),
  );
};
