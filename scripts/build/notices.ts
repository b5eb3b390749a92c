import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** The licences of the packages that are inside the bundle: they ask that their text goes where their code goes. */
export const writeNotices = (metafiles: readonly Metafile[], folder: string): void => {
  const paths = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const packages = new Set(paths.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]));
  const notices = [...packages]
    .filter((path) => path !== undefined)
    .sort()
    .map(notice);
  writeFileSync(
    join(folder, 'NOTICES.txt'),
    `program.cjs and the files in apart/ contain these packages.\n\n${notices.join('\n')}`,
  );
};

const notice = (folder: string): string => {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text =
    file !== undefined && existsSync(`${folder}/${file}`) ? readFileSync(`${folder}/${file}`, 'utf8').trim() : license;
  return `== ${name} ${version} (${license})\n\n${text}\n`;
};
