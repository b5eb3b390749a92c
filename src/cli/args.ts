import yargs, { type Argv } from 'yargs';
import { closest } from '../targets/closest.ts';
import { UsageError } from '../targets/usage-error.ts';
import { type Command, FLAGS_OF, NOTES_OF, PLACE_OF, SUMMARIES, WORDS_OF } from './commands.ts';
import { COMPLETE, completionScript, completions } from './completion.ts';
import { FLAG_NAMES, FLAGS, type Flag, type Values } from './flags.ts';
import type { Invocation } from './invocation.ts';
import { TOOL } from './origin.ts';

/** Reads a command line by the whole grammar, with help, completion and "did you mean". The only file that knows yargs. */
export async function parseArguments(words: readonly string[], columns: number): Promise<Invocation> {
  if (words[0] === COMPLETE) return { command: 'say', text: lines(completions(words.slice(1))) };
  let invocation: Invocation | null = null;
  let said = '';
  const parser = grammar(words, columns, (found) => {
    invocation = found;
  });
  await parser.parseAsync(words.map(held), {}, (_error: unknown, _argv: unknown, output: string) => {
    said += output;
  });
  if (said !== '') return { command: 'say', text: `${said.replaceAll(TYPE_NAMES, '')}\n` };
  if (invocation === null) throw new UsageError('nothing was asked for', SEE_HELP);
  return invocation;
}

const SEE_HELP = 'see "deadair --help"';

/** yargs loses a dash that stands alone, which is a file here: it passes in the shape of what nobody can type. */
const DASH = '\0';

function held(word: string): string {
  return word === '-' ? DASH : word;
}

function typedAs(word: unknown): string {
  return word === DASH ? '-' : String(word);
}

/** yargs names the type of each flag at the end of its line, or on a line of its own; it helps nobody. */
const TYPE_NAMES = /(\n)? *\[(?:string|boolean|array|required|default: \[\])\](?=[ \n]|$)/g;

type Found = (invocation: Invocation) => void;

function grammar(typed: readonly string[], columns: number, found: Found): Argv {
  const parser = yargs()
    .scriptName('deadair')
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .usage('Finds every connection that will wait for ever, proves it, and says what frees it.');
  return commands(parser, found)
    .example('deadair db.example:3306', 'one endpoint')
    .example('deadair mysql://db mail:25,587,110', 'the protocol that must answer; several ports')
    .example('deadair 10.0.0.0/28:3306 --format json', 'a block of addresses, for programs')
    .example('deadair --from targets.txt --fail-on warn', 'a list: text, JSON or YAML; - for standard input')
    .example('deadair demo', 'every verdict in seconds, nothing else needed')
    .epilogue(EPILOGUE)
    .strict()
    .recommendCommands()
    .help()
    .alias('help', 'h')
    .version(TOOL.version)
    .alias('version', 'V')
    .wrap(Math.min(columns, HELP_WIDTH_MAX))
    .exitProcess(false)
    .fail((message: string | null, error: unknown) => {
      throw message === null ? error : misuse(message, typed);
    });
}

const HELP_WIDTH_MAX = 110;

const EPILOGUE = `Durations are 250ms, 6s, 1m. Every flag can be set by its variable (DEADAIR_PATIENCE) or in the --config file.
Exit codes: 0 all pass, 1 a verdict at or above --fail-on, 3 the same and a deadlock is among them,
2 misuse, 70 deadair itself failed, 130 and 143 interrupted.`;

function commands(parser: Argv, found: Found): Argv {
  const { probe, demo, lab, explain, compare, protocols, whereami, completion } = SUMMARIES;
  return parser
    .command(['probe [targets..]', '$0'], probe, withFlags('probe'), ({ targets, ...argv }) =>
      found({ command: 'probe', targets: listed(targets), values: valuesOf(argv) }),
    )
    .command('demo', demo, withFlags('demo'), (argv) => found({ command: 'demo', values: valuesOf(argv) }))
    .command('lab', lab, withFlags('lab'), (argv) => found({ command: 'lab', values: valuesOf(argv) }))
    .command('explain [subject]', explain, withFlags('explain'), ({ subject, ...argv }) =>
      found({ command: 'explain', subject: optional(subject), values: valuesOf(argv) }),
    )
    .command('compare [reports..]', compare, withFlags('compare'), ({ reports, ...argv }) =>
      found({ command: 'compare', reports: listed(reports), values: valuesOf(argv) }),
    )
    .command('protocols [name]', protocols, withFlags('protocols'), ({ name, ...argv }) =>
      found({ command: 'protocols', name: optional(name), values: valuesOf(argv) }),
    )
    .command('whereami [targets..]', whereami, withFlags('whereami'), ({ targets, ...argv }) =>
      found({ command: 'whereami', targets: listed(targets), values: valuesOf(argv) }),
    )
    .command('completion', completion, {}, () => found({ command: 'say', text: completionScript() }));
}

function withFlags(command: Command): (parser: Argv) => Argv {
  const { [command]: place } = PLACE_OF;
  const { [command]: words = {} } = WORDS_OF;
  return (parser) => {
    if (place) parser.positional(place.name, { describe: place.describe, type: 'string', array: place.isMany });
    for (const name of FLAGS_OF[command]) {
      const { value, describe, group, choices }: Flag = FLAGS[name];
      const shown = words[name] ?? (choices ? `${describe}: ${choices.join(', ')}` : describe);
      parser.option(name, {
        describe: shown,
        group,
        ...(value === null ? { type: 'boolean' } : { type: 'string', requiresArg: true }),
      });
    }
    return parser.epilogue(NOTES_OF[command] ?? '');
  };
}

/** Flags as they were typed. One that was given twice is an array here, one without text is empty: neither is a value. */
function valuesOf(argv: Readonly<Record<string, unknown>>): Values {
  const values: Record<string, string | true> = {};
  for (const name of FLAG_NAMES) {
    const typed = argv[name];
    if (Array.isArray(typed)) throw new UsageError(`--${name} is given more than once`, 'write it once');
    if (typed === '')
      throw new UsageError(`nothing stands after --${name}`, `write --${name} ${FLAGS[name].value ?? ''}`.trim());
    if (typed === true || typeof typed === 'string') values[name] = typed === true || typedAs(typed);
  }
  return values as Values;
}

function listed(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(typedAs) : [];
}

function optional(value: unknown): string | null {
  return value === undefined ? null : typedAs(value);
}

/** yargs says what is wrong; which flag or command was meant, it does not know. */
function misuse(message: string, typed: readonly string[]): UsageError {
  const unknown = /^Unknown arguments?: ([^,]+)/.exec(message)?.[1];
  if (unknown !== undefined) return unknownWord(unknown, typed);
  const lacking = /^Not enough arguments following: (.+)$/.exec(message)?.[1];
  if (lacking !== undefined) return new UsageError(`nothing stands after --${lacking}`, SEE_HELP);
  return new UsageError(message.charAt(0).toLowerCase() + message.slice(1).split('\n').join('; '), SEE_HELP);
}

function unknownWord(word: string, typed: readonly string[]): UsageError {
  const isFlag = typed.some((each) => each.startsWith('-') && each.includes(word));
  if (!isFlag) return new UsageError(`"${word}" is one word too many`, SEE_HELP);
  const [first = ''] = typed;
  const command = Object.hasOwn(FLAGS_OF, first) ? (first as Command) : 'probe';
  const meant = closest(word, FLAGS_OF[command]);
  const dashes = word.length > 1 ? '--' : '-';
  return new UsageError(
    `deadair ${command} has no flag ${dashes}${word}`,
    meant ? `did you mean --${meant}?` : SEE_HELP,
  );
}

function lines(words: readonly string[]): string {
  return words.map((word) => `${word}\n`).join('');
}
