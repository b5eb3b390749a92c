import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Lookup, resolver } from '../../src/net/resolve.ts';

const never: Lookup = () => {};
const found =
  (...addresses: readonly string[]): Lookup =>
  (_host, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
const failing =
  (code: string | undefined): Lookup =>
  (_host, _options, callback) =>
    callback(Object.assign(new Error('made up'), { code }), undefined as never);
const throwing: Lookup = () => {
  throw Object.assign(new Error('made up'), { code: 'ERR_INVALID_ARG_VALUE' });
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe('resolver', () => {
  it.each([
    ['127.0.0.1', ['127.0.0.1']],
    ['::1', ['::1']],
    ['[::1]', ['::1']],
    ['::1%lo', ['::1%lo']],
    ['[fe80::1%eth0]', ['fe80::1%eth0']],
  ])('%s is its own address', async (host, addresses) => {
    expect(await resolver(never)(host)).toEqual({ kind: 'resolved', addresses });
  });

  it.each([
    ['all, in the order of the system', found('10.0.0.2', '::2', '10.0.0.1'), ['10.0.0.2', '::2', '10.0.0.1']],
    ['each once', found('10.0.0.1', '10.0.0.1', '10.0.0.2'), ['10.0.0.1', '10.0.0.2']],
  ])('%s', async (_name, look, addresses) => {
    expect(await resolver(look)('db')).toEqual({ kind: 'resolved', addresses });
  });

  it.each([
    ['the code of the system', failing('EAI_AGAIN'), 'EAI_AGAIN'],
    ['ENOTFOUND for an error without one', failing(undefined), 'ENOTFOUND'],
    ['ENOTFOUND for no address at all', found(), 'ENOTFOUND'],
    ['what the call throws', throwing, 'ERR_INVALID_ARG_VALUE'],
  ])('unresolved with %s', async (_name, look, code) => {
    expect(await resolver(look)('db')).toEqual({ kind: 'unresolved', code });
  });

  it('gives up after five seconds', async () => {
    const resolution = resolver(never)('db');
    await vi.advanceTimersByTimeAsync(4_999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await resolution).toEqual({ kind: 'unresolved', code: 'ETIMEOUT' });
  });

  it('asks once for a name that many want at the same time, and again later', async () => {
    const look = vi.fn<Lookup>((_host, _options, callback) => setTimeout(() => callback(null, []), 10));
    const resolve = resolver(look);
    const several = [resolve('db'), resolve('db'), resolve('[db]'), resolve('mail')];
    await vi.advanceTimersByTimeAsync(10);
    await Promise.all(several);
    expect(look.mock.calls.map(([host]) => host)).toEqual(['db', 'mail']);
    const later = resolve('db');
    await vi.advanceTimersByTimeAsync(10);
    await later;
    expect(look).toHaveBeenCalledTimes(3);
  });

  it('asks the system for every address in its own order', async () => {
    const look = vi.fn<Lookup>((_host, _options, callback) => callback(null, []));
    await resolver(look)('db');
    expect(look.mock.calls[0]?.[1]).toEqual({ all: true, order: 'verbatim' });
  });
});
