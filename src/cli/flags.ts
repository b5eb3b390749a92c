import { type Format, REPORTERS } from '../report/index.ts';

/** A flag as help, completion and the parsers know it. */
export interface Flag {
  /** What stands after it, as help shows it; null when it stands alone. */
  readonly value: string | null;
  readonly describe: string;
  readonly group: 'Experiment:' | 'Targets:' | 'Output:';
  /** The environment variable that sets it. An explicit list: Kubernetes makes up variables of its own for every Service. */
  readonly variable: string | null;
  readonly choices?: readonly string[];
}

/** The formats, for help and for reading the flag. */
export const FORMATS = Object.keys(REPORTERS) as readonly Format[];

/** Every flag there is. How its value is read is in settings.ts. */
export const FLAGS = {
  patience: {
    value: 'TIME',
    describe: 'how long silence is kept up; "thorough" is 22s [6s]',
    group: 'Experiment:',
    variable: 'DEADAIR_PATIENCE',
  },
  'nudge-after': {
    value: 'TIME',
    describe: 'how much silence before anything is sent [1s]',
    group: 'Experiment:',
    variable: 'DEADAIR_NUDGE_AFTER',
  },
  'connect-timeout': {
    value: 'TIME',
    describe: 'how long a connection may take [3s]',
    group: 'Experiment:',
    variable: 'DEADAIR_CONNECT_TIMEOUT',
  },
  samples: {
    value: 'N',
    describe: 'how often each address is probed [1]',
    group: 'Experiment:',
    variable: 'DEADAIR_SAMPLES',
  },
  scenario: {
    value: 'WHERE',
    describe: 'who is in the mesh, for the advice',
    group: 'Experiment:',
    variable: 'DEADAIR_SCENARIO',
    choices: ['auto', 'both-in-mesh', 'client-in-mesh', 'server-in-mesh'],
  },
  service: {
    value: 'NS/NAME',
    describe: 'the Service behind the targets, for the manifests',
    group: 'Experiment:',
    variable: 'DEADAIR_SERVICE',
  },
  'no-nudge': {
    value: null,
    describe: 'observe only: never send a byte',
    group: 'Experiment:',
    variable: 'DEADAIR_NO_NUDGE',
  },
  'no-identify': {
    value: null,
    describe: 'make no TLS handshake, and ask nobody beside us, to find out whose proxy it is',
    group: 'Experiment:',
    variable: 'DEADAIR_NO_IDENTIFY',
  },
  dial: {
    value: null,
    describe: 'also connect to 192.0.2.1, an address that nobody has: it must fail',
    group: 'Experiment:',
    variable: null,
  },
  stuck: {
    value: null,
    describe: 'also count the connections that our own Envoy holds just now',
    group: 'Experiment:',
    variable: null,
  },
  from: {
    value: 'FILE',
    describe: 'read targets from a file, or from standard input (-): text, JSON or YAML',
    group: 'Targets:',
    variable: 'DEADAIR_FROM',
  },
  addresses: {
    value: 'WHICH',
    describe: 'probe every address of a name, or the first',
    group: 'Targets:',
    variable: 'DEADAIR_ADDRESSES',
    choices: ['all', 'first'],
  },
  concurrency: {
    value: 'N',
    describe: 'endpoints under way at once [256]',
    group: 'Targets:',
    variable: 'DEADAIR_CONCURRENCY',
  },
  'per-host': {
    value: 'N',
    describe: 'connections open at once to one address [64]',
    group: 'Targets:',
    variable: 'DEADAIR_PER_HOST',
  },
  rate: {
    value: 'N',
    describe: 'connections started per second [by load]',
    group: 'Targets:',
    variable: 'DEADAIR_RATE',
  },
  probes: {
    value: 'DIR',
    describe: 'protocols of your own: every YAML or JSON file in a folder',
    group: 'Targets:',
    variable: 'DEADAIR_PROBES',
  },
  check: {
    value: 'HOST:PORT',
    describe: 'show what is said there, byte by byte, and who in the catalogue knows it',
    group: 'Targets:',
    variable: null,
  },
  config: {
    value: 'FILE',
    describe: 'read flags from a YAML or JSON file, keys named like the flags',
    group: 'Targets:',
    variable: 'DEADAIR_CONFIG',
  },
  format: {
    value: 'FORMAT',
    describe: 'how to report',
    group: 'Output:',
    variable: 'DEADAIR_FORMAT',
    choices: FORMATS,
  },
  output: {
    value: 'FILE',
    describe: 'write the report to a file',
    group: 'Output:',
    variable: 'DEADAIR_OUTPUT',
  },
  'fix-dir': {
    value: 'DIR',
    describe: 'write the manifests of the fixes there, one file a fix',
    group: 'Output:',
    variable: 'DEADAIR_FIX_DIR',
  },
  'fail-on': {
    value: 'WHEN',
    describe: 'from which severity on the exit code is 1, or 3 for a deadlock [fail]',
    group: 'Output:',
    variable: 'DEADAIR_FAIL_ON',
    choices: ['fail', 'warn', 'never'],
  },
  quiet: {
    value: null,
    describe: 'only what is wrong; no talk',
    group: 'Output:',
    variable: 'DEADAIR_QUIET',
  },
  verbose: {
    value: null,
    describe: 'the evidence and the manifests for every endpoint',
    group: 'Output:',
    variable: 'DEADAIR_VERBOSE',
  },
  color: {
    value: 'WHEN',
    describe: 'colour the table; NO_COLOR and FORCE_COLOR are heeded',
    group: 'Output:',
    variable: 'DEADAIR_COLOR',
    choices: ['auto', 'always', 'never'],
  },
  'no-progress': {
    value: null,
    describe: 'no spinner',
    group: 'Output:',
    variable: 'DEADAIR_NO_PROGRESS',
  },
} as const satisfies Readonly<Record<string, Flag>>;

export type FlagName = keyof typeof FLAGS;

/** The names of the flags, in the order of the help. */
export const FLAG_NAMES = Object.keys(FLAGS) as readonly FlagName[];

/** Flags as somebody wrote them: text after the flag, or true where it stands alone. */
export type Values = { readonly [F in FlagName]?: string | true };
