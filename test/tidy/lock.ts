import type { Law } from './sources.ts';

interface Locked {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

/**
 * The lock file has the packages of every platform. A registry that lacks some of a fresh release makes npm leave them out without
 * a word, and then `npm ci` refuses the file it has written itself: take a version that is complete.
 */
export const lockIsWhole: Law = (sources) => {
  const text = sources.find(({ path }) => path === 'package-lock.json')?.text ?? '{"packages":{}}';
  const { packages } = JSON.parse(text) as Locked;
  return Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !placesOf(name, parent).some((place) => place in packages))
      .map((name) => `package-lock.json lacks ${name}, an option of ${parent}`),
  );
};

/** Where Node looks for a package: beside the parent, then further up. */
const placesOf = (name: string, parent: string): readonly string[] => {
  const levels = parent.split('/node_modules/').map((_, index, all) => all.slice(0, index + 1).join('/node_modules/'));
  return [`node_modules/${name}`, ...levels.map((level) => `${level}/node_modules/${name}`)];
};
