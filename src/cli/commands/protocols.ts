import type { Bytes } from '../../model/bytes.ts';
import type { Probe, Sample } from '../../model/probe.ts';
import { excerpt, terminal } from '../../report/escape.ts';
import { hang } from '../../report/wrap.ts';
import { closest } from '../../targets/closest.ts';
import { aliasOf } from '../../targets/scheme.ts';
import { UsageError } from '../../targets/usage-error.ts';
import { catalogueOf } from '../catalogue.ts';
import { EXIT } from '../exit-code.ts';
import type { Values } from '../flags.ts';
import type { Interruption } from '../interruption.ts';
import { standardOutput } from '../output.ts';
import { inherited, settingsFrom, typed } from '../settings.ts';
import { terminalOut } from '../terminal.ts';

/** `deadair protocols [name]`: the catalogue, or all that is known of one protocol; with `--check`, what an endpoint really says. */
export async function protocols(
  name: string | null,
  values: Values,
  interruption: Interruption,
  output = standardOutput(interruption.stop),
): Promise<number> {
  const settings = settingsFrom([typed(values), inherited(process.env)]);
  const catalogue = await catalogueOf(settings);
  const probe = name === null ? null : probeNamed(name, catalogue);
  if (settings.check !== null)
    return (await import('../check.ts')).check(
      settings.check,
      probe,
      settings.options,
      catalogue,
      interruption,
      output,
    );
  output.write(probe === null ? overview(catalogue) : details(probe));
  return EXIT.pass;
}

function overview(catalogue: readonly Probe[]): string {
  const rows = catalogue.map(({ name, speaksFirst, title, ports }) => [name, speaksFirst, terminal(title), few(ports)]);
  return aligned([['protocol', 'speaks first', 'what it is', 'usual ports'], ...rows]);
}

const PORTS_SHOWN = 5;

function few(ports: readonly number[]): string {
  return `${ports.slice(0, PORTS_SHOWN).join(', ')}${ports.length > PORTS_SHOWN ? ', ...' : ''}`;
}

function probeNamed(name: string, catalogue: readonly Probe[]): Probe {
  const typed = name.toLowerCase();
  const { protocol } = aliasOf(typed);
  const probe =
    catalogue.find((candidate) => candidate.name === typed) ??
    catalogue.find((candidate) => candidate.name === protocol || candidate.overTls?.names.includes(protocol));
  if (probe) return probe;
  const meant = closest(
    name,
    catalogue.map((candidate) => candidate.name),
  );
  throw new UsageError(
    `"${name}" is not in the catalogue`,
    meant ? `did you mean ${meant}?` : 'see "deadair protocols"',
  );
}

function details(probe: Probe): string {
  const { greetings = [], refusals = [], scoldings = [], answers = [] } = probe.samples;
  const facts = [
    ['speaks first', `the ${probe.speaksFirst}`],
    ['usual ports', probe.ports.join(', ')],
    ...(probe.overTls === undefined ? [] : [['inside TLS', insideTls(probe.overTls)]]),
    ['source', terminal(probe.source)],
    ...(probe.harm === undefined ? [] : [['harm', terminal(probe.harm)]]),
    ...(probe.opening === undefined ? [] : [['asks with', shown(probe.opening)]]),
    ...samples('greets', greetings),
    ...samples('turns away', refusals),
    ...samples('scolds', scoldings),
    ...samples('answers', answers),
  ];
  const width = terminalOut()?.columns || null;
  const lines = facts.flatMap(([label = '', text = '']) =>
    hang(`  ${label.padEnd('speaks first'.length)}  `, text, width),
  );
  return `${probe.name}: ${terminal(probe.title)}\n${lines.join('\n')}\n`;
}

function insideTls({ names, ports }: NonNullable<Probe['overTls']>): string {
  return `${names.join(', ')}${ports.length > 0 ? `, on ${ports.join(', ')}` : ''}`;
}

function samples(verb: string, list: readonly Sample[]): string[][] {
  return list.map(({ bytes, source }) => [verb, `${shown(bytes)}  ${terminal(source)}`]);
}

const SHOWN_MAX = 60;

function shown(bytes: Bytes): string {
  return `\`${excerpt(bytes, SHOWN_MAX, '...')}\``;
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<readonly number[]>(
    (widest, row) => row.map((cell, at) => Math.max(cell.length, widest[at] ?? 0)),
    [],
  );
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
