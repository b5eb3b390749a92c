import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type Ear, hear, tellFailure } from '../../src/net/ear.ts';

const RESET_AT_CONNECT = Object.assign(new Error('made up'), { code: 'ECONNRESET', syscall: 'connect' });

function listening(onOpened: (ear: Ear) => void = () => {}) {
  const heard: string[] = [];
  const ear: Ear = {
    listener: {
      opened: () => {
        heard.push('opened');
        onOpened(ear);
      },
      received: (bytes) => heard.push(`received ${bytes}`),
      secured: () => heard.push('secured'),
      ended: () => heard.push('ended'),
      failed: ({ code }) => heard.push(`failed ${code}`),
    },
  };
  const socket = new EventEmitter();
  hear(socket as Socket, ear, '127.0.0.1');
  return { heard, ear, socket };
}

describe('hear', () => {
  it('tells what a socket tells', () => {
    const { heard, socket } = listening();
    for (const name of ['connect', 'end']) socket.emit(name);
    socket.emit('error', Object.assign(new Error('made up'), { code: 'ETIMEDOUT', syscall: 'read' }));
    expect(heard).toEqual(['opened', 'ended', 'failed ETIMEDOUT']);
  });

  it('tells nothing after a failure', () => {
    const { heard, socket } = listening();
    socket.emit('error', Object.assign(new Error('made up'), { code: 'ECONNREFUSED', syscall: 'connect' }));
    for (const name of ['connect', 'end']) socket.emit(name);
    socket.emit('error', RESET_AT_CONNECT);
    expect(heard).toEqual(['failed ECONNREFUSED']);
  });
});

describe('tellFailure', () => {
  it('lets a connection that was reset at accept be opened first', () => {
    const { heard, ear } = listening();
    tellFailure(ear, RESET_AT_CONNECT, '127.0.0.1');
    expect(heard).toEqual(['opened', 'failed ECONNRESET']);
  });

  it('says nothing to a listener that left when it was told of the opening', () => {
    const { heard, ear } = listening((own) => {
      own.listener = null;
    });
    tellFailure(ear, RESET_AT_CONNECT, '127.0.0.1');
    expect(heard).toEqual(['opened']);
  });
});
