import { afterEach, expect, it, vi } from 'vitest';
import { type Interruption, listenForSignals } from '../../src/cli/interruption.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const before = SIGNALS.map((signal) => process.listeners(signal));

/** What the signal handlers do when their signal comes; sending one would end the test runner. */
function send(signal: (typeof SIGNALS)[number]): void {
  const ours = process.listeners(signal).at(-1);
  ours?.(signal);
}

function listen(): Interruption {
  const interruption = listenForSignals();
  return interruption;
}

afterEach(() => {
  for (const [index, signal] of SIGNALS.entries())
    for (const listener of process.listeners(signal))
      if (!before[index]?.includes(listener)) process.off(signal, listener);
  vi.restoreAllMocks();
});

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends the run with %d', (signal, code) => {
  const interruption = listen();
  expect([interruption.signal.aborted, interruption.exitCode()]).toEqual([false, null]);
  send(signal);
  expect([interruption.signal.aborted, interruption.exitCode()]).toEqual([true, code]);
});

it('waits for nothing the second time', () => {
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  listen();
  send('SIGINT');
  expect(exit).not.toHaveBeenCalled();
  send('SIGTERM');
  expect(exit).toHaveBeenCalledWith(130);
});

it('stops without a signal, and then without a code', () => {
  const interruption = listen();
  interruption.stop();
  expect([interruption.signal.aborted, interruption.exitCode()]).toEqual([true, null]);
});
