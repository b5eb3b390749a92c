import { EXIT } from './exit-code.ts';

/** Ctrl-C, or a polite request to end. What was measured is still printed; the second time nothing is waited for. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Ends the run without a signal: whoever read the output has left. */
  stop(): void;
  /** 130 or 143 once a signal has come, else null. */
  exitCode(): number | null;
}

/** Listens for the signals that end a run. */
export function listenForSignals(): Interruption {
  const controller = new AbortController();
  let code: number | null = null;
  const onSignal = (signal: NodeJS.Signals) => {
    if (code !== null) process.exit(code);
    code = signal === 'SIGTERM' ? EXIT.terminated : EXIT.interrupted;
    controller.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return { signal: controller.signal, stop: () => controller.abort(), exitCode: () => code };
}
