import type { Finding, Fix } from '../model/finding.ts';
import { placeAndAddress } from './endpoint.ts';
import { terminal } from './escape.ts';
import { hang } from './wrap.ts';

/** What of a finding goes into the files of its fixes. */
export type Advised = Pick<Finding, 'target' | 'verdict' | 'protocol' | 'fixes'>;

/** A manifest as a file: its path within the folder, with forward slashes, and its text. */
export interface FixFile {
  readonly path: string;
  readonly text: string;
}

/** The first line of every file, by which a later run knows that it may replace it. */
export const OURS = '# Written by deadair --fix-dir, which may replace it.';

/** Where the fixes go that would be made instead of the first: `kubectl apply -f` leaves a folder within a folder alone. */
export const ALTERNATIVES = 'alternatives';

/** The manifests of all fixes as files, each once however many endpoints it is for. The same findings make the same files in any order. */
export function fixFiles(findings: readonly Advised[]): readonly FixFile[] {
  const names = new Set<string>();
  return [...usesByManifest(findings).values()].map((uses) => {
    const [{ finding, fix }] = uses;
    const isFirst = uses.some(({ choice }) => choice === 0);
    const name = freshName(`${slug(finding.target.host)}-${finding.target.port}-${slug(fix.id)}`, names);
    return { path: `${isFirst ? '' : `${ALTERNATIVES}/`}${name}.yaml`, text: textOf(fix, isFirst, uses) };
  });
}

interface Use {
  readonly finding: Advised;
  readonly fix: Fix;
  /** 0 is the fix that the report shows first. */
  readonly choice: number;
}

function usesByManifest(findings: readonly Advised[]): Map<string, [Use, ...Use[]]> {
  const groups = new Map<string, [Use, ...Use[]]>();
  for (const finding of findings.toSorted(byPlace)) {
    for (const [choice, fix] of finding.fixes.entries()) {
      if (fix.manifest === null) continue;
      const key = `${fix.id}\n${fix.manifest}`;
      const others = groups.get(key);
      if (others) others.push({ finding, fix, choice });
      else groups.set(key, [{ finding, fix, choice }]);
    }
  }
  return groups;
}

function byPlace({ target: one }: Advised, { target: other }: Advised): number {
  const [a, b] = [one, other].map(({ host, port, address }) => `${host}\n${port}\n${address}`) as [string, string];
  return a < b ? -1 : Number(a > b);
}

/** Fits any file system, and leads nowhere: small letters, digits, dots and dashes, beginning and ending with neither of the last. */
function slug(text: string): string {
  const kept = text.toLowerCase().replaceAll(/[^a-z0-9.-]+/g, '-');
  return (
    kept
      .slice(0, SLUG_LENGTH_MAX)
      .replace(/^[.-]+/, '')
      .replace(/[.-]+$/, '') || 'endpoint'
  );
}

/** Host and fix together stay below the 255 bytes of a name (POSIX NAME_MAX). */
const SLUG_LENGTH_MAX = 100;

function freshName(wanted: string, names: Set<string>): string {
  let name = wanted;
  for (let number = 2; names.has(name); number++) name = `${wanted}-${number}`;
  names.add(name);
  return name;
}

function textOf({ title, manifest, caution }: Fix, isFirst: boolean, uses: readonly Use[]): string {
  const [condition, change] = conditionIn(title);
  const choice = isFirst ? 'the first' : 'another way: in place of the first choice, not besides it';
  const remarks = [
    ...uses.map(({ finding }) => ['for', placeInWords(finding)]),
    ...(condition === null ? [] : [['only', condition]]),
    ['fix', change],
    ['choice', choice],
    ...(caution === null ? [] : [['caution', caution]]),
  ].flatMap(([label = '', text = '']) => hang(`# ${`${label}:`.padEnd('caution: '.length)}`, terminal(text), WIDTH));
  const header = [OURS, ...remarks.map((line) => line.replace(/^ {2}/, '# '))];
  const lines = (manifest ?? '').trimEnd().split('\n').map(terminal);
  return `${[...header, '#', ...lines].join('\n')}\n`;
}

const WIDTH = 100;

/** `if it is Istio, client outside the mesh, server inside: declare the port`: what must hold, and the change. */
function conditionIn(title: string): readonly [string | null, string] {
  const [condition = '', ...rest] = title.split(': ');
  return rest.length > 0 && /^(?:if it is|client) /.test(condition) ? [condition, rest.join(': ')] : [null, title];
}

function placeInWords({ target, verdict, protocol }: Advised): string {
  const spoken = protocol === null ? '' : `, ${protocol.name}`;
  return `${placeAndAddress(target)}: ${verdict.kind}${spoken}`;
}
