/** Which of the three places the client and the server are in; `auto` decides from the evidence. */
export type Scenario = 'auto' | 'both-in-mesh' | 'client-in-mesh' | 'server-in-mesh';

/** How to run the experiment. Every bound the prober keeps is here. */
export interface ProbeOptions {
  /** How long silence is kept up before it is called endless. */
  readonly patienceMs: number;
  /** How much silence there must be before anything is sent. */
  readonly nudgeAfterMs: number;
  readonly connectTimeoutMs: number;
  /** How often the whole experiment is made at each address. */
  readonly samples: number;
  /** Endpoints under way at once. */
  readonly concurrency: number;
  /** Connections open at once to one address. */
  readonly perHost: number;
  /** Connections started per second; null leaves it to the pacing by load. */
  readonly rate: number | null;
  /** False observes only: nothing is ever sent. */
  readonly nudge: boolean;
  /** False sends no TLS handshake. */
  readonly identify: boolean;
  readonly addresses: 'all' | 'first';
  readonly scenario: Scenario;
}

/** What a run does unless it is told otherwise. */
export const DEFAULT_OPTIONS: ProbeOptions = {
  patienceMs: 6_000,
  nudgeAfterMs: 1_000,
  connectTimeoutMs: 3_000,
  samples: 1,
  concurrency: 256,
  perHost: 64,
  rate: null,
  nudge: true,
  identify: true,
  addresses: 'all',
  scenario: 'auto',
};
