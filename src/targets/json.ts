import { UsageError } from './usage-error.ts';

/** Parses JSON; what is wrong with it is the user's to mend. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`this is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}
