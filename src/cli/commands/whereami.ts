import { PROBES } from '../../../probes/index.ts';
import { bypasses } from '../../decide/own-sidecar.ts';
import type { Target } from '../../model/target.ts';
import type { Landmark, Outlook, OwnProxy, VainDial, WayOut } from '../../model/whereabouts.ts';
import { nodeWorld } from '../../net/node.ts';
import type { World } from '../../net/world.ts';
import { asciiJson } from '../../report/escape.ts';
import { whereami as inWords } from '../../report/whereami.ts';
import { parseTargets } from '../../targets/parse.ts';
import { UsageError } from '../../targets/usage-error.ts';
import { EXIT } from '../exit-code.ts';
import type { Values } from '../flags.ts';
import type { Interruption } from '../interruption.ts';
import { lookAround, lookForStuck } from '../look-around.ts';
import { looksOf, outputOf } from '../presentation.ts';
import { inherited, type Settings, settingsFrom, typed } from '../settings.ts';

/** `deadair whereami [target...]`: whose proxy is beside us, and what it does with connections that we open. */
export async function whereami(
  words: readonly string[],
  values: Values,
  interruption: Interruption,
  landmarks?: readonly Landmark[],
): Promise<number> {
  const settings = settingsFrom([typed(values), inherited(process.env)]);
  checkFormat(settings);
  const targets = words.flatMap((word) => [...parseTargets(word, PROBES)]);
  const output = outputOf(settings, interruption);
  const world = nodeWorld();
  const proxy = await lookAround(landmarks);
  const outlook: Outlook = {
    whereabouts: proxy.whereabouts,
    waysOut: (await Promise.all(targets.map((target) => waysTo(target, proxy, world)))).flat(),
    dial: settings.dial ? await dialNobody(world) : null,
    stuck: settings.stuck ? { listeners: await lookForStuck(proxy.whereabouts) } : null,
    baseline: ['127.0.0.1', ...proxy.ownAddresses.filter((address) => !isLinkLocal(address))],
  };
  world.close();
  output.write(settings.format === 'json' ? `${asciiJson(outlook)}\n` : inWords(outlook, widthFor(settings)));
  output.close();
  return interruption.exitCode() ?? EXIT.pass;
}

/** Useless without the interface that it is of. */
function isLinkLocal(address: string): boolean {
  return address.startsWith('fe80:');
}

function checkFormat({ format }: Settings): void {
  if (format === 'table' || format === 'json') return;
  throw new UsageError(`whereami has no format ${format}: it is about no endpoint`, 'write --format table or json');
}

/** Paragraphs: wider is harder to read. */
const WIDTH_MAX = 80;

function widthFor(settings: Settings): number {
  return Math.min(WIDTH_MAX, looksOf(settings).width ?? WIDTH_MAX);
}

async function waysTo({ host, port }: Target, proxy: OwnProxy, world: World): Promise<readonly WayOut[]> {
  const resolution = await world.resolve(host);
  if (resolution.kind === 'unresolved') return [{ host, port, kind: 'unresolved', code: resolution.code }];
  return resolution.addresses.map((address) => {
    if (bypasses(address, proxy.ownAddresses)) return { host, port, kind: 'bypassed', address };
    if (!proxy.pathTo) return { host, port, kind: 'untold', address };
    return { host, port, kind: 'told', address, path: proxy.pathTo(address, port) };
  });
}

/** RFC 5737: TEST-NET-1 is for documentation, and RFC 863's port takes whatever comes. */
const NOBODY = { address: '192.0.2.1', port: 9 };

const DIAL_WAIT_MS = 3_000;

function dialNobody(world: World): Promise<VainDial> {
  return new Promise((resolve) => {
    const settle = (outcome: VainDial['outcome'], code: string | null): void => {
      cancel();
      wire.destroy();
      resolve({ ...NOBODY, outcome, code });
    };
    const cancel = world.after(DIAL_WAIT_MS, () => settle('no-answer', null));
    const wire = world.connect(NOBODY, {
      opened: () => settle('accepted', null),
      failed: ({ code }) => settle('failed', code),
      received: () => {},
      secured: () => {},
      ended: () => {},
    });
  });
}
