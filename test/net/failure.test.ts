import type { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { failure, resetWhileConnecting } from '../../src/net/failure.ts';

const error = (code: string | undefined, syscall?: string) =>
  Object.assign(new Error('made up'), { code, syscall }) as NodeJS.ErrnoException;
const interfaces = (own: readonly (readonly [family: string, internal: boolean])[]) =>
  (() => ({ some: own.map(([family, internal]) => ({ family, internal })) })) as unknown as typeof networkInterfaces;

describe('failure', () => {
  it.each([
    ['ECONNREFUSED', 'connect', { code: 'ECONNREFUSED', syscall: 'connect', local: false }],
    ['EHOSTUNREACH', 'connect', { code: 'EHOSTUNREACH', syscall: 'connect', local: false }],
    ['ETIMEDOUT', 'connect', { code: 'ETIMEDOUT', syscall: 'connect', local: false }],
    ['ECONNRESET', 'read', { code: 'ECONNRESET', syscall: 'read', local: false }],
    ['ECONNRESET', 'connect', { code: 'ECONNRESET', syscall: 'read', local: false }],
    ['EPIPE', 'write', { code: 'ECONNRESET', syscall: 'write', local: false }],
    ['ECONNABORTED', 'read', { code: 'ECONNRESET', syscall: 'read', local: false }],
    ['EMFILE', 'connect', { code: 'EMFILE', syscall: 'connect', local: true }],
    ['ENFILE', 'connect', { code: 'ENFILE', syscall: 'connect', local: true }],
    ['ENOBUFS', 'connect', { code: 'ENOBUFS', syscall: 'connect', local: true }],
    ['ENOMEM', 'connect', { code: 'ENOMEM', syscall: 'connect', local: true }],
    ['ERR_SSL_WRONG_VERSION_NUMBER', undefined, { code: 'ERR_SSL_WRONG_VERSION_NUMBER', syscall: null, local: false }],
    [undefined, undefined, { code: 'UNKNOWN', syscall: null, local: false }],
  ] as const)('%s in %s', (code, syscall, expected) => {
    expect(failure(error(code, syscall), '10.0.0.1')).toEqual(expected);
  });

  it.each([
    ['10.0.0.1', [['IPv4', false]], true],
    ['127.0.0.1', [['IPv4', true]], true],
    ['10.0.0.1', [['IPv4', true]], true],
    ['::1', [['IPv6', true]], true],
    [
      '::1',
      [
        ['IPv4', true],
        ['IPv4', false],
      ],
      false,
    ],
    [
      '::1',
      [
        ['IPv4', true],
        ['IPv6', false],
      ],
      false,
    ],
    ['2001:db8::1', [['IPv4', false]], false],
    ['2001:db8::1', [['IPv6', false]], true],
    ['10.0.0.1', [], false],
  ] as const)('no address for %s with interfaces %j: ours is %s', (address, own, local) => {
    expect(failure(error('EADDRNOTAVAIL', 'connect'), address, interfaces(own)).local).toBe(local);
  });
});

describe('resetWhileConnecting', () => {
  it.each([
    ['ECONNRESET', 'connect', true],
    ['ECONNRESET', 'read', false],
    ['ECONNREFUSED', 'connect', false],
  ] as const)('%s in %s: %s', (code, syscall, expected) => {
    expect(resetWhileConnecting(error(code, syscall))).toBe(expected);
  });
});
