import { connect } from 'node:net';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { probe } from '../../src/index.ts';
import type { ProbeOptions } from '../../src/model/options.ts';
import { eximThatWaits } from './servers/exim.ts';
import opensmtpd from './servers/opensmtpd.ts';
import openssh from './servers/openssh.ts';
import { postscreenThatWaits } from './servers/postfix-postscreen.ts';
import { postfix } from './servers/postfix-recipe.ts';
import type { RealServer } from './servers/real-server.ts';
import { runnable } from './servers/run.ts';
import { sendmailThatPauses } from './servers/sendmail.ts';

/** A server that writes down who speaks before its greeting: in these words, once for each time. */
interface Guard {
  readonly server: RealServer;
  readonly offence: RegExp;
}

const EXIM = /SMTP protocol synchronization error \(input sent without waiting for greeting\)/g;
const POSTSCREEN = /PREGREET \d+ after/g;
/** Its log is syslog, which the machine keeps; its own transcript has the answer that goes with that line. */
const SENDMAIL = />>> 554 \S+ ESMTP not accepting messages/g;

const exim = (delay: string): Guard => ({ server: eximThatWaits(delay), offence: EXIM });
const sendmail = (pauseMs: number): Guard => ({ server: sendmailThatPauses(pauseMs), offence: SENDMAIL });

/** Those that greet soon: nothing is ever said to them before they have spoken. */
const PROMPT: Readonly<Record<string, Guard>> = {
  'Postfix smtpd that forbids unauthorised pipelining': {
    server: runnable(
      postfix('postfix-smtpd', (port) => [`${port} inet n - n - - smtpd`], ['smtpd_forbid_unauth_pipelining = yes']),
    ),
    offence: /improper command pipelining after (?:CONNECT|EHLO)/g,
  },
  'Postfix postscreen, whose teaser comes at once': { server: postscreenThatWaits('2s'), offence: POSTSCREEN },
  // The default wait, and just our patience: whichever comes first.
  'Postfix postscreen, six seconds after its teaser': { server: postscreenThatWaits('6s'), offence: POSTSCREEN },
  Exim: exim('0s'),
  OpenSMTPD: { server: opensmtpd, offence: /smtp bad-input/g },
  OpenSSH: { server: openssh, offence: /client sent invalid protocol identifier/g },
};

const PUNISHES = { kind: 'slow', reason: 'punishes-early-talk' };
const LATE = { kind: 'slow', reason: 'late-in-silence' };
const MUTE = { kind: 'mute' };

/** Those that let clients wait: the verdict, and the verdict of who keeps silent (`--no-nudge`). */
const WAITING: readonly (readonly [string, Guard, object, object])[] = [
  ['Exim after a second', exim('1s'), PUNISHES, LATE],
  ['Exim after three', exim('3s'), PUNISHES, LATE],
  // Longer than the patience. It reads only when it has waited, so it never says what it thinks of us.
  ['Exim after eight', exim('8s'), MUTE, MUTE],
  ['Sendmail after half a second', sendmail(500), PUNISHES, LATE],
  ['Sendmail after five seconds, as its manual has it', sendmail(5_000), PUNISHES, LATE],
  ['Sendmail after eight', sendmail(8_000), PUNISHES, MUTE],
];

interface Visited {
  /** The verdict of a visit on which nothing was said before the greeting, and what the log had against us after it. */
  readonly silent: object;
  readonly offences: number;
  /** Then came a client that speaks first. */
  readonly offencesOfTheCareless: number;
  /** And then deadair with all it does. */
  readonly spoken: object;
  readonly offencesAfter: number;
}

/** Speaks at once, and waits for what comes of it. */
const speakFirst = (port: number): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true });
    socket.once('connect', () => socket.write('EHLO careless.example\r\nQUIT\r\n'));
    socket.on('error', () => {}).once('close', () => resolve());
    socket.resume();
  });

const verdictOf = async (target: string, options: Partial<ProbeOptions> = {}): Promise<object> => {
  const [finding] = (await probe(target, options)).findings;
  if (!finding) throw new Error('the report has no finding');
  return finding.verdict;
};

const visit = async ({ server, offence }: Guard, silently: Partial<ProbeOptions>): Promise<Visited> => {
  const running = await server.start();
  try {
    const place = `127.0.0.1:${running.port}`;
    const count = () => running.log().match(offence)?.length ?? 0;
    const silent = await verdictOf(`${server.protocol}://${place}`, silently);
    const offences = count();
    await speakFirst(running.port);
    // Where it never comes, the count says so.
    await vi.waitFor(() => expect(count()).toBeGreaterThan(offences), { timeout: 10_000 }).catch(() => {});
    const offencesOfTheCareless = count() - offences;
    const spoken = await verdictOf(place);
    return { silent, offences, offencesOfTheCareless, spoken, offencesAfter: count() - offencesOfTheCareless };
  } finally {
    await running.stop();
  }
};

describe('servers that write down who speaks before their greeting', () => {
  const visits = new Map<string, Visited>();

  beforeAll(async () => {
    const visitAll = (guards: readonly (readonly [string, Guard])[], silently: Partial<ProbeOptions>) =>
      guards.map(async ([name, guard]) => {
        if (guard.server.available()) visits.set(name, await visit(guard, silently));
      });
    const waiting = WAITING.map(([name, guard]) => [name, guard] as const);
    await Promise.all([...visitAll(Object.entries(PROMPT), {}), ...visitAll(waiting, { nudge: false })]);
  }, 90_000);

  describe.each(Object.entries(PROMPT))('%s', (name, { server }) => {
    it.skipIf(!server.available())('has nothing against deadair, and is server-first', () => {
      const greets = expect.objectContaining({ kind: 'server-first', confidence: 'certain' });
      expect(visits.get(name)).toMatchObject({ offencesAfter: 0, silent: greets, spoken: greets });
    });

    it.skipIf(!server.available())('knows a client that speaks first', () => {
      expect(visits.get(name)?.offencesOfTheCareless).toBe(1);
    });
  });

  describe.each(WAITING)('%s', (name, { server }, spoken, silent) => {
    it.skipIf(!server.available())('is not taken for a stall', () => {
      expect(visits.get(name)?.spoken).toMatchObject(spoken);
    });

    it.skipIf(!server.available())('has nothing against a deadair that keeps silent', () => {
      expect(visits.get(name)).toMatchObject({ offences: 0, silent });
    });

    it.skipIf(!server.available())('knows a client that speaks first', () => {
      expect(visits.get(name)?.offencesOfTheCareless).toBe(1);
    });
  });
});
