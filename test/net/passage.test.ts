import { endianness } from 'node:os';
import { describe, expect, it } from 'vitest';
import { passageIn, passageTo } from '../../src/net/passage.ts';
import { listen } from './listen.ts';

const OURS = { address: '10.203.0.2', port: 0xd431 };
const HEAD = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
const row = (local: string, peer: string): string =>
  `   1: ${local} ${peer} 01 00000000:00000000 00:00000000 00000000 0 0 9`;

/** The kernel prints addresses as its machine stores them: these lines are of a little-endian one. */
describe.skipIf(endianness() !== 'LE')('passageIn', () => {
  it.each([
    ['the proxy beside us has the other end', row('0100007F:3A99', '0200CB0A:D431'), 'proxied'],
    [
      'it has it in the other table',
      row('0000000000000000FFFF00000100007F:3A99', '0000000000000000FFFF00000200CB0A:D431'),
      'proxied',
    ],
    ['the server itself has it: it is on this machine', row('0200CB0A:0CEB', '0200CB0A:D431'), 'direct'],
    ['nobody here has it', row('0200CB0A:D431', '0700CB0A:0CEB'), 'direct'],
    ['somebody of the same port elsewhere', row('0100007F:3A99', '0900CB0A:D431'), 'direct'],
    ['no table', '', 'direct'],
  ])('%s', (_, line, passage) => {
    expect(passageIn(`${HEAD}\n${line}\n`, OURS, 3_307)).toBe(passage);
  });
});

describe('passageTo', () => {
  it.skipIf(process.platform !== 'linux')('knows a connection that nobody redirects', async () => {
    const { port } = await listen(() => {});
    expect(await passageTo('127.0.0.1', port, 5_000)).toBe('direct');
  });

  it('does not know of one that was not made', async () => {
    expect(await passageTo('127.0.0.1', 1, 5_000)).toBe('unknown');
  });
});
