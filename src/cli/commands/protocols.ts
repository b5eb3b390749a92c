import { PROBES } from '../../../probes/index.ts';
import type { Bytes } from '../../model/bytes.ts';
import type { Probe, Sample } from '../../model/probe.ts';
import { excerpt } from '../../report/escape.ts';
import { hang } from '../../report/wrap.ts';
import { closest } from '../../targets/closest.ts';
import { UsageError } from '../../targets/usage-error.ts';
import { EXIT } from '../exit-code.ts';
import type { Interruption } from '../interruption.ts';
import { standardOutput } from '../output.ts';

/** `deadair protocols [name]`: the catalogue, or all that is known of one protocol. */
export function protocols(name: string | null, interruption: Interruption): number {
  standardOutput(interruption.stop).write(name === null ? catalogue() : details(probeNamed(name)));
  return EXIT.pass;
}

function catalogue(): string {
  const rows = PROBES.map(({ name, speaksFirst, title, ports }) => [name, speaksFirst, title, few(ports)]);
  return aligned([['protocol', 'speaks first', 'what it is', 'usual ports'], ...rows]);
}

const PORTS_SHOWN = 5;

function few(ports: readonly number[]): string {
  return `${ports.slice(0, PORTS_SHOWN).join(', ')}${ports.length > PORTS_SHOWN ? ', ...' : ''}`;
}

function probeNamed(name: string): Probe {
  const probe = PROBES.find((candidate) => candidate.name === name.toLowerCase());
  if (probe) return probe;
  const meant = closest(
    name,
    PROBES.map((candidate) => candidate.name),
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
    ['source', probe.source],
    ...(probe.harm === undefined ? [] : [['harm', probe.harm]]),
    ...(probe.opening === undefined ? [] : [['asks with', shown(probe.opening)]]),
    ...samples('greets', greetings),
    ...samples('turns away', refusals),
    ...samples('scolds', scoldings),
    ...samples('answers', answers),
  ];
  const width = process.stdout.isTTY ? process.stdout.columns || null : null;
  const lines = facts.flatMap(([label = '', text = '']) =>
    hang(`  ${label.padEnd('speaks first'.length)}  `, text, width),
  );
  return `${probe.name}: ${probe.title}\n${lines.join('\n')}\n`;
}

function samples(verb: string, list: readonly Sample[]): string[][] {
  return list.map(({ bytes, source }) => [verb, `${shown(bytes)}  ${source}`]);
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
