import { join } from 'node:path';

/** Where install.sh put the packages that refuse to be installed beside others. */
const ROOT = process.env.DEADAIR_REAL_ROOT ?? '/var/tmp/deadair-real';

/** The path of a file of such a package. */
export const unpacked = (packageName: string, path: string): string => join(ROOT, packageName, path);
