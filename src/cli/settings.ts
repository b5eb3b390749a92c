import type { NamedService } from '../explain/fix/facts.ts';
import { DEFAULT_OPTIONS, type ProbeOptions } from '../model/options.ts';
import type { Format } from '../report/index.ts';
import { located, UsageError } from '../targets/usage-error.ts';
import { FLAG_NAMES, FLAGS, type Flag, type FlagName, FORMATS, type Values } from './flags.ts';
import { choice, count, duration, onOff, path, patience, type ReadValue, rate, service } from './values.ts';

/** Everything a command needs to know of its flags, read and checked. */
export interface Settings {
  readonly options: ProbeOptions;
  readonly from: string | null;
  /** The folder with the user's own protocols. */
  readonly probes: string | null;
  /** The endpoint to look at byte by byte. */
  readonly check: string | null;
  readonly format: Format;
  readonly output: string | null;
  /** Where the manifests of the fixes go. */
  readonly fixDir: string | null;
  readonly service: NamedService | null;
  /** Whether `whereami` makes a connection that must fail, and counts those that wait. */
  readonly dial: boolean;
  readonly stuck: boolean;
  readonly failOn: 'fail' | 'warn' | 'never';
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: 'auto' | 'always' | 'never';
  readonly progress: boolean;
}

/** One place where flags are written, and what it calls them: `--patience`, `DEADAIR_PATIENCE`, `deadair.yaml: patience`. */
export interface Layer {
  readonly values: Values;
  readonly label: (flag: FlagName) => string;
}

/** The flags of the command line. */
export function typed(values: Values): Layer {
  return { values, label: (flag) => `--${flag}` };
}

/** The flags that the environment sets; an empty variable sets nothing. */
export function inherited(environment: Readonly<Record<string, string | undefined>>): Layer {
  const set = FLAG_NAMES.flatMap((flag) => {
    const { variable }: Flag = FLAGS[flag];
    const text = variable === null ? undefined : environment[variable];
    return text === undefined || text === '' ? [] : [[flag, text] as const];
  });
  return { values: Object.fromEntries(set), label: (flag) => FLAGS[flag].variable ?? `--${flag}` };
}

/** Reads the flags; where a flag is in several layers, the first counts. */
export function settingsFrom(layers: readonly Layer[]): Settings {
  const read = <T>(flag: FlagName, readValue: ReadValue<T>, fallback: T): T =>
    firstOf(layers, flag, readValue, fallback);
  return {
    options: optionsFrom(read),
    from: read<string | null>('from', path, null),
    probes: read<string | null>('probes', path, null),
    check: read<string | null>('check', path, null),
    format: read('format', choice(FORMATS), 'table'),
    output: read<string | null>('output', path, null),
    fixDir: read<string | null>('fix-dir', path, null),
    service: read<NamedService | null>('service', service, null),
    dial: read('dial', onOff, false),
    stuck: read('stuck', onOff, false),
    failOn: read('fail-on', choice(FLAGS['fail-on'].choices), 'fail'),
    quiet: read('quiet', onOff, false),
    verbose: read('verbose', onOff, false),
    color: read('color', choice(FLAGS.color.choices), 'auto'),
    progress: !read('no-progress', onOff, false),
  };
}

type Read = <T>(flag: FlagName, readValue: ReadValue<T>, fallback: T) => T;

function optionsFrom(read: Read): ProbeOptions {
  const patienceMs = read('patience', patience, DEFAULT_OPTIONS.patienceMs);
  return {
    patienceMs,
    nudgeAfterMs: nudgeAfter(read<number | null>('nudge-after', duration, null), patienceMs),
    connectTimeoutMs: read('connect-timeout', duration, DEFAULT_OPTIONS.connectTimeoutMs),
    samples: read('samples', count(1_000), DEFAULT_OPTIONS.samples),
    concurrency: read('concurrency', count(65_535), DEFAULT_OPTIONS.concurrency),
    perHost: read('per-host', count(65_535), DEFAULT_OPTIONS.perHost),
    rate: read<number | null>('rate', rate, DEFAULT_OPTIONS.rate),
    nudge: !read('no-nudge', onOff, !DEFAULT_OPTIONS.nudge),
    identify: !read('no-identify', onOff, !DEFAULT_OPTIONS.identify),
    addresses: read('addresses', choice(FLAGS.addresses.choices), DEFAULT_OPTIONS.addresses),
    scenario: read('scenario', choice(FLAGS.scenario.choices), DEFAULT_OPTIONS.scenario),
  };
}

/** A short patience shortens the wait for the nudge with it; only a wait that was asked for can be too long. */
function nudgeAfter(asked: number | null, patienceMs: number): number {
  if (asked === null) return Math.min(DEFAULT_OPTIONS.nudgeAfterMs, patienceMs / 2);
  if (asked < patienceMs) return asked;
  throw new UsageError(
    '--nudge-after is not shorter than --patience: nothing would ever be nudged',
    'to observe only, write --no-nudge',
  );
}

function firstOf<T>(layers: readonly Layer[], flag: FlagName, readValue: ReadValue<T>, fallback: T): T {
  const layer = layers.find(({ values }) => values[flag] !== undefined);
  if (!layer) return fallback;
  const text = String(layer.values[flag]);
  try {
    if (text === '') throw new UsageError('nothing stands after it');
    return readValue(text);
  } catch (error) {
    throw located(layer.label(flag), error);
  }
}
