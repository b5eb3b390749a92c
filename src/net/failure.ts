import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Listener } from './world.ts';

type Failure = Parameters<Listener['failed']>[0];

/** Tells the addresses of this machine. */
type Interfaces = typeof networkInterfaces;

/** Errors that are about this machine: no descriptor, no memory. They say nothing about the peer. */
const LOCAL_CODES: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM']);

/** Puts a socket's error into the words of the port. */
export function failure(error: NodeJS.ErrnoException, address: string, own: Interfaces = networkInterfaces): Failure {
  const code = error.code ?? 'UNKNOWN';
  if (isReset(error))
    return { code: 'ECONNRESET', syscall: error.syscall === 'write' ? 'write' : 'read', local: false };
  return { code, syscall: error.syscall ?? null, local: isLocal(code, address, own) };
}

/** A reset that overtook our own notice of the connection: it was accepted all the same. A refusal is ECONNREFUSED. */
export function resetWhileConnecting(error: NodeJS.ErrnoException): boolean {
  return error.syscall === 'connect' && error.code === 'ECONNRESET';
}

/** Linux says EPIPE for a reset that follows the peer's FIN, and other systems ECONNABORTED. */
function isReset(error: NodeJS.ErrnoException): boolean {
  return error.code === 'ECONNRESET' || error.code === 'EPIPE' || error.code === 'ECONNABORTED';
}

/** EADDRNOTAVAIL means that no port is left, unless this machine has no address from which that one could be dialled. */
function isLocal(code: string, address: string, own: Interfaces): boolean {
  return LOCAL_CODES.has(code) || (code === 'EADDRNOTAVAIL' && hasAddressFor(address, own));
}

function hasAddressFor(address: string, interfaces: Interfaces): boolean {
  const family = isIPv6(address) ? 'IPv6' : 'IPv4';
  const loopback = address === '::1' || address.startsWith('127.');
  return Object.values(interfaces())
    .flatMap((addresses) => addresses ?? [])
    .some((own) => own.family === family && (own.internal || !loopback));
}
