import { EXIT } from '../exit-code.ts';
import type { Interruption } from '../interruption.ts';
import { standardOutput } from '../output.ts';

/** Prints help, the version or what completes a word. */
export function say(text: string, interruption: Interruption, output = standardOutput(interruption.stop)): number {
  output.write(text);
  return EXIT.pass;
}
