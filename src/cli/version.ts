import manifest from '../../package.json' with { type: 'json' };

/** The version of the package; every report names it. */
export const VERSION: string = manifest.version;
