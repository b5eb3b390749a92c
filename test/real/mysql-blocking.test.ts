import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import mariadb from './servers/mariadb.ts';

// MariaDB exempts 127.0.0.1 and counts only clients whose name it can look up, so this wants a network and a hosts file of its own.
const SPACE = `deadair${process.pid}`;
const HOSTS = `/etc/netns/${SPACE}`;
const SERVER = '192.0.2.1';
const CLIENT = '192.0.2.2';

const ip = (...argv: string[]): boolean => spawnSync('ip', argv).status === 0;
const canMakeSpaces = process.getuid?.() === 0 && ip('netns', 'add', SPACE) && ip('netns', 'del', SPACE);
const child = fileURLToPath(new URL('./mysql-blocking.child.ts', import.meta.url));

describe.skipIf(!canMakeSpaces || !mariadb.available())(
  'MariaDB with max_connect_errors at 10, after 30 visits',
  () => {
    let outcomes: Record<string, string> = {};

    beforeAll(async () => {
      ip('netns', 'add', SPACE);
      mkdirSync(HOSTS, { recursive: true });
      writeFileSync(`${HOSTS}/hosts`, `127.0.0.1 localhost\n${SERVER} db.example\n${CLIENT} prober.example\n`);
      for (const address of [SERVER, CLIENT]) ip('-n', SPACE, 'address', 'add', `${address}/32`, 'dev', 'lo');
      ip('-n', SPACE, 'link', 'set', 'lo', 'up');
      const inSpace = ['netns', 'exec', SPACE, process.execPath, '--import', 'tsx', child, SERVER, CLIENT];
      const { stdout } = await promisify(execFile)('ip', inSpace, { timeout: 110_000 });
      outcomes = JSON.parse(stdout) as Record<string, string>;
    }, 120_000);

    afterAll(() => {
      ip('netns', 'del', SPACE);
      rmSync(HOSTS, { recursive: true, force: true });
      // Gone too, unless somebody else keeps something there.
      try {
        rmdirSync('/etc/netns');
      } catch {}
    });

    it.each([
      ['greeting and goodbye', 'let in'],
      ['login at once', 'let in'],
      ['greeting and away', 'blocked'],
      ['quiet nudge and away', 'blocked'],
    ])('%s: %s', (manner, outcome) => {
      expect(outcomes[manner]).toBe(outcome);
    });
  },
);
