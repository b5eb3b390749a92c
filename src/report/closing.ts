import { inWords } from '../model/duration.ts';
import type { Report, Split, Summary } from '../model/report.ts';
import { placeOf } from './endpoint.ts';
import { terminal } from './escape.ts';
import { plural } from './plural.ts';
import type { Style } from './style.ts';
import { hang } from './wrap.ts';

/** The last lines: names whose addresses disagree, and how many of everything there were. */
export function closing({ summary, durationMs }: Report, style: Style): string {
  const splits = summary.split.flatMap((split) => hang('  ', splitInWords(split), style.width));
  return [...splits, ...hang('', `${counts(summary, style)} in ${inWords(durationMs)}`, style.width)].join('\n');
}

/** `12 endpoints · 9 ok · 1 warning · 2 failed (1 stalled, 1 refused)` */
function counts({ total, ok, warn, fail, byVerdict }: Summary, { paint, marks }: Style): string {
  const kinds = Object.entries(byVerdict).filter(([kind]) => kind !== 'server-first' && kind !== 'healthy');
  const named = kinds.map(([kind, count]) => `${count} ${terminal(kind)}`).join(', ');
  const parts = [
    plural(total, 'endpoint'),
    ok > 0 ? paint.ok(`${ok} ok`) : '',
    warn > 0 ? paint.warn(plural(warn, 'warning')) : '',
    fail > 0 ? paint.fail(`${fail} failed`) : '',
  ];
  return `${parts.filter((part) => part !== '').join(` ${marks.dot} `)}${named === '' ? '' : ` (${named})`}`;
}

function splitInWords({ host, port, verdicts }: Split): string {
  const each = Object.entries(verdicts).map(([address, kind]) => `${address} ${kind}`);
  return terminal(`the addresses of ${placeOf({ host, port })} disagree: ${each.join(', ')}`);
}
