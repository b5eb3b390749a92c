import { FLAG_NAMES, type FlagName } from './flags.ts';

/** The commands there are. */
export type Command = 'probe' | 'demo' | 'lab' | 'explain' | 'compare' | 'protocols' | 'whereami';

/** Flags that say nothing about a run of probes. */
const OF_OTHERS: readonly FlagName[] = ['check', 'dial', 'stuck'];

/** The flags that each command heeds; any other is refused there. */
export const FLAGS_OF: { readonly [C in Command]: readonly FlagName[] } = {
  probe: FLAG_NAMES.filter((name) => !OF_OTHERS.includes(name)),
  demo: ['format', 'output', 'quiet', 'verbose', 'color', 'no-progress'],
  lab: ['quiet'],
  explain: ['scenario', 'service', 'format', 'output', 'fix-dir', 'quiet', 'verbose', 'color'],
  compare: ['format', 'output', 'fail-on', 'quiet', 'verbose', 'color'],
  protocols: ['patience', 'connect-timeout', 'no-nudge', 'probes', 'check'],
  whereami: ['dial', 'stuck', 'format', 'output'],
};

/** Each command in a few words, for the help. */
export const SUMMARIES = {
  probe: 'probe endpoints (the default command)',
  demo: 'the built-in lab, probed live: every verdict in seconds',
  lab: 'keep that lab running, and print its addresses',
  explain: 'what a verdict means; the evidence and the fix of a report',
  compare: 'two reports: what a change has freed, and what it broke',
  protocols: 'the catalogue, or one protocol; --check shows what is said',
  whereami: 'is this shell in a mesh, and what does its own proxy do',
  completion: 'print a script that completes deadair in bash and zsh',
} as const satisfies Readonly<Record<Command | 'completion', string>>;

/** What a command is about: the words after it that are no flags. */
interface Place {
  readonly name: string;
  readonly describe: string;
  readonly isMany: boolean;
}

const TARGETS: Place = {
  name: 'targets',
  describe: 'host:port, host:25,110,3300-3310, mysql://host, [::1]:25, 10.0.0.0/28:3306',
  isMany: true,
};

/** The words that stand after a command. */
export const PLACE_OF: { readonly [C in Command]?: Place } = {
  probe: TARGETS,
  whereami: TARGETS,
  explain: {
    name: 'subject',
    describe: 'a verdict, such as stalled, or a report.json; - is standard input',
    isMany: false,
  },
  compare: { name: 'reports', describe: 'two reports: before.json after.json; - is standard input', isMany: true },
  protocols: { name: 'name', describe: 'a protocol, such as mysql', isMany: false },
};

/** Where a flag means something of its own to a command. */
export const WORDS_OF: { readonly [C in Command]?: { readonly [F in FlagName]?: string } } = {
  explain: {
    scenario: 'who is in the mesh: gives the advice anew: both-in-mesh, client-in-mesh, server-in-mesh, auto',
    service: 'the Service behind the targets: gives the advice anew',
  },
  compare: {
    format: 'how to report: table, json',
    'fail-on': 'from which severity on what is worse makes the exit code 1 or 3 [fail]: fail, warn, never',
    quiet: 'only what is wrong now',
    verbose: 'also what is as it was',
  },
};

/** What else there is to know of a command, below its flags. */
export const NOTES_OF: { readonly [C in Command]?: string } = {
  compare: `Endpoints are paired by host and port, then by address; where pods got other
addresses, by host and port alone. Reports of two machines are two vantages.
Exit codes: 0 nothing is worse, 1 something is worse, or wrong and only in the
second report (from --fail-on on), 3 the same and a deadlock is among them.
What was wrong in both reports is listed, and is 0.`,
};
