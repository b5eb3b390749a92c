import { SHOWCASE } from '../../lab/showcase.ts';
import { EXIT } from '../exit-code.ts';
import type { Values } from '../flags.ts';
import type { Interruption } from '../interruption.ts';
import { openLab } from '../open-lab.ts';
import { standardOutput } from '../output.ts';
import { inherited, settingsFrom, typed } from '../settings.ts';
import { talk } from '../talk.ts';

/** `deadair lab`: keeps the built-in lab running and prints where everything is, as a list that `--from` takes. */
export async function lab(values: Values, interruption: Interruption): Promise<number> {
  const { quiet } = settingsFrom([typed(values), inherited(process.env)]);
  const open = await openLab(SHOWCASE);
  const output = standardOutput(() => {});
  for (const [index, { name, description, verdicts, expectedProtocol }] of SHOWCASE.entries()) {
    const { address, port } = open.served[index] ?? { address: '', port: 0 };
    const place = `${expectedProtocol === null ? '' : `${expectedProtocol}://`}${address}:${port}`;
    output.write(`${place.padEnd(PLACE_WIDTH)} # ${name}: ${description} (${verdicts.join(' or ')})\n`);
  }
  if (!quiet) talk('note', 'probe any of these from another terminal; Ctrl-C ends the lab');
  await new Promise<void>((resolve) => interruption.signal.addEventListener('abort', () => resolve()));
  await open.close();
  return interruption.exitCode() ?? EXIT.pass;
}

/** `mysql://127.0.0.1:65535` */
const PLACE_WIDTH = 23;
