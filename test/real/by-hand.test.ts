import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Lab, openLab } from '../../src/cli/open-lab.ts';
import { SHOWCASE } from '../../src/lab/showcase.ts';
import { describeReal } from './requirements.ts';

const PAGES = fileURLToPath(new URL('../../docs/verdicts/', import.meta.url));

/** The commands under "Check it by hand" that talk to the endpoint from here; the rest is for a cluster or for root. */
const commandsOf = (page: string): readonly string[] => {
  const [, section = ''] = readFileSync(`${PAGES}${page}.md`, 'utf8').split('## Check it by hand');
  const commands = section.match(/^ {4}\S.*(?:\n {6}.*)*/gm) ?? [];
  return commands
    .map((command) => command.trim())
    .filter((command) => /\bnc\b|\bopenssl\b|\/dev\/tcp\//.test(command) && !/^(?:kubectl|sh -c)/.test(command));
};

// Page, which of its commands, where in the lab, and what it must show; and what it must not.
type Row = readonly [page: string, index: number, exhibit: string, gives: RegExp, never: RegExp | null];

const EXPECTED: readonly Row[] = [
  ['closed', 0, 'closing', /real\s+0m0\./, null],
  ['connect-timeout', 0, 'smtp', /succeeded!/, null],
  ['delayed', 0, 'delayed-1s', /real\s+0m1\./, null],
  ['delayed', 1, 'delayed-1s', /real\s+0m0\./, null],
  ['delayed', 2, 'delayed-1s', /^220 /m, null],
  ['delayed', 3, 'delayed-1s', /^220 /m, null],
  ['healthy', 0, 'http', /^HTTP\/1\.1 200/m, null],
  ['healthy', 1, 'imaps', /CONNECTED/, null],
  ['inconsistent', 0, 'smtp', /^(?:[1-9]\d*\n){8}$/, null],
  ['intercepted', 0, 'dead-app', /Connection reset by peer/, null],
  ['misdeclared', 0, 'misdeclared', /^HTTP\/1\.1 400 Bad Request\r\n(?:.+\r\n)*server: istio-envoy\r\n/, null],
  ['mtls-required', 0, 'strict', /Connection reset by peer/, null],
  ['mtls-required', 1, 'strict', /URI:spiffe:\/\//, null],
  ['mute', 0, 'mute', /succeeded!\n$/, /succeeded!\n./],
  ['refused', 0, 'blocked', /is blocked because of many connection errors/, null],
  ['server-first', 0, 'smtp', /^220 /m, null],
  ['slow', 0, 'slow', /real\s+0m1\./, null],
  ['stalled', 0, 'stalled-smtp', /succeeded!\n$/, /succeeded!\n./],
  ['stalled', 1, 'stalled-mysql', /8\.0\.\d+\^@/, null],
  ['stalled', 2, 'stalled-smtp', /URI:spiffe:\/\//, null],
  ['unreachable', 0, 'smtp', /succeeded!/, null],
];

/** An address that is nobody's: not for a test to dial. */
const isOurs = (command: string): boolean => !command.includes('192.0.2.');

describeReal('what the pages tell people to type', ['nc', 'openssl'], () => {
  let lab: Lab;

  beforeAll(async () => {
    lab = await openLab(SHOWCASE);
  });

  afterAll(() => lab?.close());

  const portOf = (exhibit: string): number => lab.targets.find(({ input }) => input === exhibit)?.port ?? 0;

  it.each(readdirSync(PAGES).map((file) => file.replace(/\.md$/, '')))('%s: each command is tried', (page) => {
    const tried = EXPECTED.filter((row) => row[0] === page).map((row) => row[1]);
    expect(
      commandsOf(page)
        .filter(isOurs)
        .map((_, index) => index),
    ).toEqual(tried);
  });

  it.concurrent.each(EXPECTED)('%s, command %i, at %s: %s', async (...[page, index, exhibit, gives, never]: Row) => {
    const command = commandsOf(page).filter(isOurs)[index] ?? '';
    const said = await run(dialling(command, portOf(exhibit)), never ? null : gives);
    expect(said).toMatch(gives);
    if (never) expect(said).not.toMatch(never);
  });
});

/** The same command for 127.0.0.1 and this port. */
const dialling = (command: string, port: number): string =>
  command
    .replaceAll(/\/dev\/tcp\/[\w.]+\/\d+/g, `/dev/tcp/127.0.0.1/${port}`)
    .replace(/-connect [\w.]+:\d+/, `-connect 127.0.0.1:${port}`)
    .replace(/\b(nc(?: -vz?)?(?: -w \d)?) [\w.]+ \d+/, `$1 127.0.0.1 ${port}`);

/** All that it prints; where something is looked for, only until that is there: nc would go on waiting. */
const run = (command: string, until: RegExp | null): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn('bash', ['-c', command], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const finish = () => {
      child.kill();
      // What `timeout` has put into a group of its own ends by itself.
      for (const stream of [child.stdout, child.stderr]) stream.destroy();
      child.unref();
      resolve(said);
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('latin1').on('data', (text: string) => {
        said += text;
        if (until?.test(said)) finish();
      });
    }
    child.once('close', finish);
  });
