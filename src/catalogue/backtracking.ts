import { analyse } from 'scslre';
import { hostileTexts } from './hostile.ts';
import { type Pump, pumpsOf } from './pumps.ts';
import { costOf } from './steps.ts';

/** Steps that a match may take: a few for each byte, and room for the bounded repetitions. */
const budget = (text: string): number => 20_000 + 16 * text.length;

/**
 * Why a pattern may not be let loose on the bytes of a server, or null. An analyser finds repetitions that are super-linear by
 * themselves. What is left has bounds, and what those add up to is counted, step by step, on texts made against this very pattern: each
 * repetition driven to its bound, and each word repeated that can be read in more ways than one.
 */
export function runaway(pattern: RegExp): string | null {
  const { reports } = analyse({ source: pattern.source, flags: pattern.flags });
  const [report] = reports;
  if (report) return `${partsIn(report)} can match the same bytes in many ways`;
  const pumps = pumpsOf(pattern);
  if (pumps === null) return 'it is too tangled to be looked through';
  const cost = costOf(pattern);
  const over = [...pumped(pumps), ...hostileTexts(pattern)].find(
    (text) => cost(text, budget(text)).steps > budget(text),
  );
  return over === undefined ? null : `its repetitions take more than ${budget(over)} steps on ${over.length} bytes`;
}

/** Long enough for two loops to go over the budget, and for a bounded one to come to its bound. */
const PUMPED_LENGTHS = [1_000, 8_000];

/** Wrong endings, one of which suits any pattern. */
const ENDINGS = ['', '\0', '\n', '~\xff'];

function pumped(pumps: readonly Pump[]): readonly string[] {
  const texts = pumps.flatMap(({ lead, word }) =>
    PUMPED_LENGTHS.flatMap((length) =>
      ENDINGS.map((ending) => lead + word.repeat(Math.ceil(length / word.length)) + ending),
    ),
  );
  return [...new Set(texts)];
}

/** The repetitions that are to blame, as they are written. */
function partsIn(report: ReturnType<typeof analyse>['reports'][number]): string {
  const parts = report.type === 'Trade' ? [report.startQuant, report.endQuant] : [report.quant];
  return [...new Set(parts.map(({ raw }) => raw))].join(' with ');
}
