/** We ran out of descriptors or ports, and none came free: that says nothing about any server. */
export class LocalExhaustion extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`this machine has no descriptor or port left to connect with (${code})`);
    this.name = 'LocalExhaustion';
    this.code = code;
  }
}

/** How long our own lack of descriptors or ports is waited out (a closed connection keeps its port for 60 s), and how often we look. */
const WAIT_MAX_MS = 120_000;
const RETRY_MIN_MS = 50;
const RETRY_MAX_MS = 2_000;

/** When to look again, the later the longer it takes; null once it has taken too long. */
export function retryDelayMs(waitedMs: number): number | null {
  const delayMs = Math.min(RETRY_MAX_MS, RETRY_MIN_MS + waitedMs / 2);
  return waitedMs + delayMs <= WAIT_MAX_MS ? delayMs : null;
}
