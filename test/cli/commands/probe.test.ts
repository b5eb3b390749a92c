import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFinding, isReport } from '../../report/schema.ts';
import { deadair } from '../deadair.ts';
import { openLoopback } from '../lab.ts';

let lab: Awaited<ReturnType<typeof openLoopback>>;
let folder = '';

beforeAll(async () => {
  lab = await openLoopback();
  folder = mkdtempSync(join(tmpdir(), 'deadair-probe-'));
});
afterAll(async () => {
  await lab.close();
  rmSync(folder, { recursive: true });
});

const SHORT = ['--patience', '600ms', '--nudge-after', '100ms'];
const SILENT = ['--patience', '300ms', '--no-nudge'];

describe('the exit code', () => {
  it.each<[keyof typeof lab.at, readonly string[], number]>([
    ['smtp', [], 0],
    ['refused', [], 1],
    ['refused', ['--fail-on', 'never'], 0],
    ['stalled', SHORT, 3],
    ['mute', SILENT, 0],
    ['mute', [...SILENT, '--fail-on', 'warn'], 1],
  ])('of a %s endpoint with %j is %d', async (name, args, code) => {
    const { status, stderr } = await deadair([lab.at[name], ...args]);
    expect({ status, stderr }).toEqual({ status: code, stderr: '' });
  });

  it('of a name that nobody knows is 1: that is a finding, not a mistake', async () => {
    const { status, stdout } = await deadair(['no-such-host.invalid:25', '--format', 'json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout).summary.byVerdict).toEqual({ unresolved: 1 });
  });
});

describe('the report', () => {
  it('is a table for people, in ASCII where nothing else is known', async () => {
    const { stdout } = await deadair([lab.at.smtp, lab.at.stalled, ...SHORT]);
    expect(stdout).toMatch(/^[\x20-\x7e\n]+$/);
    expect(stdout).toMatch(/^\+ server-first +127\.0\.0\.1:\d+ +smtp/m);
    expect(stdout).toContain('silence got nothing in');
    expect(stdout).toMatch(/2 endpoints \| 1 ok \| 1 failed \(1 stalled\) in/);
  });

  it('is JSON as the schema has it, in the order of the targets', async () => {
    const places = [lab.at.stalled, lab.at.smtp, lab.at.refused, lab.at.smtp];
    const { stdout } = await deadair([...places, '--format', 'json', ...SHORT]);
    const report = JSON.parse(stdout);
    expect(isReport(report) ? [] : isReport.errors).toEqual([]);
    expect(report.findings.map(({ verdict }: { verdict: { kind: string } }) => verdict.kind)).toEqual([
      'stalled',
      'server-first',
      'refused',
    ]);
  });

  it('is one finding a line as it settles', async () => {
    const { stdout } = await deadair([lab.at.stalled, lab.at.refused, '--format', 'ndjson', ...SHORT]);
    const findings = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const finding of findings) expect(isFinding(finding) ? [] : isFinding.errors).toEqual([]);
    expect(findings.map(({ verdict }) => verdict.kind)).toEqual(['refused', 'stalled']);
  });

  it('goes to a file, and replaces what was there', async () => {
    const path = join(folder, 'report.json');
    writeFileSync(path, 'x'.repeat(100_000));
    const { status, stdout } = await deadair([lab.at.smtp, '--format', 'json', '--output', path]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(JSON.parse(readFileSync(path, 'utf8')).summary.ok).toBe(1);
  });

  it('leaves an old file alone where there is nothing to report', async () => {
    const path = join(folder, 'old.json');
    writeFileSync(path, 'old');
    await deadair(['--from', '-', '--output', path]);
    expect(readFileSync(path, 'utf8')).toBe('old');
  });
});

describe('a list', () => {
  it('is read from standard input, each target once', async () => {
    const { status, stdout } = await deadair(['--from', '-', '--format', 'ndjson'], {
      stdin: `# ours\n${lab.at.smtp} ${lab.at.smtp}\n`,
    });
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  it('that is wrong further down is still probed up to there', async () => {
    const { status, stdout, stderr } = await deadair(['--from', '-'], { stdin: `${lab.at.smtp}\n127.0.0.1:0\n` });
    expect(status).toBe(2);
    expect(stdout).toContain('server-first');
    expect(stderr).toContain('standard input: line 2: port 0');
  });

  it('of a hundred thousand is worked off as it comes', async () => {
    const stdin = `${Array.from({ length: 100_000 }, () => lab.at.refused).join('\n')}\n${lab.at.smtp}\n`;
    const { status, stdout } = await deadair(['--from', '-', '--format', 'ndjson'], { stdin });
    expect(status).toBe(1);
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
  });

  it('may be JSON', async () => {
    const [host, port] = lab.at.smtp.split(':');
    const { status } = await deadair(['--from', '-', '--quiet'], {
      stdin: JSON.stringify([{ host, port: Number(port), protocol: 'smtp' }]),
    });
    expect(status).toBe(0);
  });
});

describe('whoever has heard enough', () => {
  it('may leave: the program ends quietly', async () => {
    const places = Array.from({ length: 20 }, (_, index) => `127.0.1.${index}:1`);
    const { status, stderr } = await deadair(
      [lab.at.smtp, lab.at.mute, ...places, '--format', 'ndjson', '--rate', '20', ...SILENT],
      {
        onOutput: (_, program) => program.stdout?.destroy(),
      },
    );
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('may send %s: what was measured is printed, and it ends with %d', async (signal, code) => {
    const { status, stdout, stderr } = await deadair(
      [lab.at.smtp, lab.at.mute, '--format', 'ndjson', '--patience', '60m'],
      {
        onOutput: (_, program) => program.killed || program.kill(signal),
      },
    );
    expect(status).toBe(code);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).verdict.kind),
    ).toEqual(['server-first']);
    expect(stderr).toBe('note: interrupted: of 2 targets, 1 endpoints were measured\n');
  });

  it('may do so while a pipe is still open', async () => {
    const { status, stdout } = await deadair([lab.at.smtp, '--from', '-', '--format', 'ndjson'], {
      stdin: null,
      onOutput: (_, program) => program.killed || program.kill('SIGINT'),
    });
    expect(status).toBe(130);
    expect(stdout).toContain('server-first');
  });
});

describe('a server that sends evil bytes', () => {
  const EVIL = '\u001b]0;gotcha\u0007\u001b[2J\u009b31m\u0000\u00ff\u0085`\r\n';
  let server: Server;
  let place = '';

  beforeAll(async () => {
    server = createServer((socket) => socket.on('error', () => {}).write(EVIL.repeat(50_000), 'latin1'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    place = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(() => server.close());

  it.each([[[]], [['--verbose']], [['--format', 'json']], [['--format', 'ndjson']]])(
    'reaches no terminal with %j',
    async (args) => {
      const { stdout, stderr } = await deadair([place, ...args, '--color', 'never']);
      expect(stdout).toMatch(/^[\x20-\x7e\n]+$/);
      expect(stderr).toMatch(/^[\x20-\x7e\n]*$/);
    },
  );
});

it('reads flags from a file, below the environment and the command line', async () => {
  const config = join(folder, 'deadair.yaml');
  writeFileSync(config, 'format: json\npatience: 9s\nsamples: 2\n');
  const { stdout } = await deadair([lab.at.smtp, '--config', config, '--samples', '1'], {
    env: { DEADAIR_PATIENCE: '8s' },
  });
  expect(JSON.parse(stdout).options).toMatchObject({ patienceMs: 8_000, samples: 1 });
});

it('prints nothing but the summary where all is well and quiet is wanted', async () => {
  expect((await deadair([lab.at.smtp, '--quiet'])).stdout).toMatch(/^1 endpoint \| 1 ok in .*\n$/);
});
