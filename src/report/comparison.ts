import type { Change, ChangeKind, ComparedRun, Comparison } from '../model/comparison.ts';
import { passage } from './change.ts';
import { terminal } from './escape.ts';
import { plural } from './plural.ts';
import type { Style } from './style.ts';
import { hang } from './wrap.ts';

/** For people: which runs these are, what became worse, what was freed and what was not, and how many of each. */
export function comparison(compared: Comparison, style: Style): string {
  const names = namesOf(compared);
  const parts = [runs(compared, names, style), ...groups(compared, names, style), counts(compared, names, style)];
  return parts.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

/** What the two reports are called: two moments, or two places. */
interface Names {
  readonly before: string;
  readonly after: string;
  readonly kinds: { readonly [K in ChangeKind]: string };
}

function namesOf({ of, before, after }: Comparison): Names {
  if (of === 'before-and-after') return { before: 'before', after: 'after', kinds: MOMENTS };
  const [here, there] = [before, after].map(({ vantage }) => `from ${terminal(vantage.hostname)}`) as [string, string];
  return { before: here, after: there, kinds: placesOf(here, there) };
}

const MOMENTS: Names['kinds'] = {
  worse: 'worse',
  freed: 'freed',
  improved: 'improved',
  changed: 'changed',
  persists: 'still wrong',
  new: 'new',
  gone: 'gone',
  unchanged: 'unchanged',
};

function placesOf(here: string, there: string): Names['kinds'] {
  return {
    worse: `worse ${there}`,
    freed: `fails ${here}, fine ${there}`,
    improved: `better ${there}`,
    changed: 'different',
    persists: 'wrong from both',
    new: `only ${there}`,
    gone: `only ${here}`,
    unchanged: 'the same',
  };
}

function runs({ of, before, after, differentOptions }: Comparison, names: Names, style: Style): readonly string[] {
  const width = Math.max(names.before.length, names.after.length);
  const line = (name: string, { startedAt, vantage, total }: ComparedRun) => {
    const place = of === 'two-vantages' ? [] : [`on ${terminal(vantage.hostname)}`];
    const facts = [terminal(startedAt), ...place, plural(total, 'endpoint')];
    return hang(`${name.padEnd(width)}  `, facts.join(` ${style.marks.dot} `), style.width);
  };
  const options = differentOptions.map((name) => OPTION_NAMES[name] ?? name).join(', ');
  const note = `the runs differ in ${options}: a verdict may differ for that alone`;
  return [
    ...line(names.before, before),
    ...line(names.after, after),
    ...(options === '' ? [] : hang('note: ', note, style.width)),
  ];
}

const OPTION_NAMES: { readonly [O in Comparison['differentOptions'][number]]?: string } = {
  patienceMs: '--patience',
  nudgeAfterMs: '--nudge-after',
  connectTimeoutMs: '--connect-timeout',
  samples: '--samples',
  nudge: '--no-nudge',
  identify: '--no-identify',
};

/** What needs looking at comes first, what is as it was last. */
const ORDER: readonly ChangeKind[] = ['worse', 'new', 'persists', 'changed', 'improved', 'freed', 'gone', 'unchanged'];

function groups({ changes }: Comparison, { kinds }: Names, style: Style): readonly (readonly string[])[] {
  return ORDER.flatMap((kind) => {
    const shown = changes.filter((change) => change.kind === kind && isShown(change, style));
    return shown.length === 0
      ? []
      : [[style.paint.bold(kinds[kind]), ...shown.flatMap((each) => passage(each, style))]];
  });
}

function isShown({ kind, after }: Change, { detail }: Style): boolean {
  switch (detail) {
    case 'all':
      return true;
    case 'usual':
      return kind !== 'unchanged';
    case 'problems':
      return after !== null && after.verdict.severity !== 'ok';
    default:
      return detail satisfies never;
  }
}

function counts({ summary, changes }: Comparison, { kinds }: Names, { marks, width }: Style): readonly string[] {
  const counted = ORDER.filter((kind) => summary[kind] > 0).map((kind) => `${summary[kind]} ${kinds[kind]}`);
  return hang('', [plural(changes.length, 'endpoint'), ...counted].join(` ${marks.dot} `), width);
}
