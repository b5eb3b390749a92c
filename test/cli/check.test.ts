import { createServer, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { PROBES } from '../../probes/index.ts';
import { check } from '../../src/cli/check.ts';
import { DEFAULT_OPTIONS } from '../../src/model/options.ts';
import { openLoopback } from './lab.ts';

const NEVER = { signal: new AbortController().signal, stop: () => {}, exitCode: () => null };
const OPTIONS = { ...DEFAULT_OPTIONS, patienceMs: 200 };
const EVIL = '\u001b]0;gotcha\u0007\u001b[2J\u009b31m\u0000\u00ff\u0085"\r\n';

let lab: Awaited<ReturnType<typeof openLoopback>>;
let evil: Server;
let talked: MockInstance<typeof process.stderr.write>;

beforeAll(async () => {
  lab = await openLoopback();
  evil = createServer((socket) => socket.on('error', () => {}).write(EVIL.repeat(20_000), 'latin1'));
  await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  evil.close();
  await lab.close();
});
beforeEach(() => {
  talked = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  talked.mockRestore();
});

const checked = async (place: string, name: string | null = null) => {
  const asked = PROBES.find((probe) => probe.name === name) ?? null;
  const pieces: string[] = [];
  const output = { write: (piece: string) => void pieces.push(piece), close: () => {} };
  const status = await check(place, asked, OPTIONS, PROBES, NEVER, output);
  const textOf = (spy: MockInstance) => spy.mock.calls.map(([text]) => String(text)).join('');
  return { status, text: pieces.join(''), notes: textOf(talked) };
};

describe('an endpoint', () => {
  it('that greets is shown with its name and a sample', async () => {
    const { status, text } = await checked(lab.at.smtp);
    expect(status).toBe(0);
    expect(text.startsWith(`${lab.at.smtp}\n\nin silence\n`)).toBe(true);
    expect(text).toContain('"220 mail.example ESMTP Postfix\\r\\n"');
    expect(text).toContain('= a greeting of smtp, version Postfix');
    expect(text).toContain('for probes/smtp.ts:\n\n  samples: {\n    greetings: [');
    expect(text).toContain('samples:\n  greetings:\n    - bytes: "220 mail');
  });

  it('that answers a nudge is shown with both connections, and its words are pasted once', async () => {
    const { status, text } = await checked(lab.at.stalled, 'http');
    expect(status).toBe(0);
    expect(text).toMatch(/in silence\n[\s\S]*nothing was heard\n\nwith the quiet nudge\n[\s\S]*= a greeting of smtp/);
    expect(text).toContain('with the opening of http\n');
    expect(text.split('for probes/smtp.ts:')).toHaveLength(2);
  });

  it.each(['mute', 'refused'] as const)('that is %s says nothing: that is 1', async (name) => {
    const { status, text } = await checked(lab.at[name]);
    expect(status).toBe(1);
    expect(text).toContain('= nothing was heard');
    expect(text).not.toContain('samples');
  });

  it('that nobody knows the name of is 1, too', async () => {
    expect(await checked('no-such-host.invalid:25')).toEqual({
      status: 1,
      text: '',
      notes: 'note: no-such-host.invalid has no address\n',
    });
  });

  it('that floods us with evil bytes reaches no terminal, and keeps to a bound', async () => {
    const address = evil.address();
    const { status, text } = await checked(`127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    expect(status).toBe(0);
    expect(text).toMatch(/^[\x20-\x7e\n]+$/);
    expect(text.length).toBeLessThan(60_000);
    expect(text).toContain('for probes/my-protocol.ts (the first 1024 of ');
  });
});

it('says so where a protocol has nothing to ask with', async () => {
  expect((await checked(lab.at.smtp, 'smtp')).notes).toBe(
    'note: smtp has no opening of its own: only its greeting is waited for\n',
  );
});

it('says so where it looks at the outside of TLS', async () => {
  expect((await checked(`imaps://${lab.at.mute}`)).notes).toBe(
    'note: imaps is inside TLS: only what is outside is looked at\n',
  );
});

it.each([
  ['127.0.0.1:1,2', '--check: "127.0.0.1:1,2" is more than one endpoint', 'write one host:port'],
  ['10.0.0.0/30:1', '--check: "10.0.0.0/30:1" is more than one endpoint', 'write one host:port'],
  ['db', '--check: "db" has no port', 'write db:3306, or mysql://db for the usual one'],
  ['smpt://db', '--check: "smpt" is not a protocol of the catalogue', 'did you mean smtp://?'],
])('refuses %s', async (word, message, hint) => {
  await expect(checked(word)).rejects.toMatchObject({ message, hint });
});
