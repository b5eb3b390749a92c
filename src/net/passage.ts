import { readFile } from 'node:fs/promises';
import { connect, isIPv4, type Socket } from 'node:net';
import { endianness } from 'node:os';
import type { Passage } from '../model/whereabouts.ts';

/**
 * Makes one silent connection and looks who has the other end of it. One that is redirected to a proxy beside us ends in a socket
 * of this machine, which Linux lists for everybody in the same network namespace; one that leaves has no other end here.
 */
export function passageTo(address: string, port: number, waitMs: number): Promise<Passage> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, autoSelectFamily: false });
    const settle = (passage: Passage): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(passage);
    };
    const timer = setTimeout(() => settle('unknown'), waitMs);
    socket.on('error', () => settle('unknown'));
    socket.on('connect', () => void otherEndOf(socket, port).then(settle));
  });
}

/** One socket a line, and the same for IPv6: where a proxy listens on both, its IPv4 connections are in the second (proc(5)). */
const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'];

async function otherEndOf({ localAddress = '', localPort = 0 }: Socket, dialledPort: number): Promise<Passage> {
  if (!isIPv4(localAddress)) return 'unknown';
  const tables = await Promise.all(TABLES.map((path) => readFile(path, 'latin1').catch(() => null)));
  if (tables[0] === null) return 'unknown';
  return passageIn(tables.join('\n'), { address: localAddress, port: localPort }, dialledPort);
}

interface Place {
  readonly address: string;
  readonly port: number;
}

/** A socket whose peer is our end is the other end; where it has the port that we dialled, nobody redirected us. */
export function passageIn(table: string, { address, port }: Place, dialledPort: number): Passage {
  const ours = `${hexOf(address)}:${hexOfPort(port)}`;
  for (const line of table.split('\n')) {
    const [, local = '', peer = ''] = line.trim().split(/\s+/);
    if (peer === ours || peer === `${MAPPED}${ours}`)
      return local.endsWith(`:${hexOfPort(dialledPort)}`) ? 'direct' : 'proxied';
  }
  return 'direct';
}

/** `::ffff:0:0/96`, each 32 bits as this machine stores them. */
const MAPPED = endianness() === 'LE' ? '0000000000000000FFFF0000' : '00000000000000000000FFFF';

/** The kernel prints the 32 bits as this machine stores them. */
function hexOf(address: string): string {
  const octets = address.split('.').map((octet) => Number(octet).toString(16).padStart(2, '0').toUpperCase());
  return (endianness() === 'LE' ? octets.reverse() : octets).join('');
}

function hexOfPort(port: number): string {
  return port.toString(16).padStart(4, '0').toUpperCase();
}
