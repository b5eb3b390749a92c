import { styleFor } from '../../src/report/style.ts';

/** 80 columns, no colour, ASCII: what every terminal can do. */
export const PLAIN = styleFor({ color: false, unicode: false, width: 80, detail: 'usual' }, null);

/** A pipe. */
export const PIPE = { ...PLAIN, width: null };

/** All evidence, everywhere. */
export const ALL = { ...PLAIN, detail: 'all' } as const;
