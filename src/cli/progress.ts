import type { Progress } from '../experiment/probe-all.ts';
import { inWords } from '../model/duration.ts';
import type { Finding } from '../model/finding.ts';
import type { Endpoint } from '../model/target.ts';
import { placeOf } from '../report/endpoint.ts';

/** How a run stands, as the spinner tells it. */
export interface Standing {
  readonly settled: number;
  /** Null while the list of targets is still being read. */
  readonly total: number | null;
  readonly stalled: number;
  /** Where a greeting was freed and silence is still kept up, and for how long by now. */
  readonly waitingFor: Endpoint | null;
  readonly waitingMs: number;
}

/** `37/220 · 2 stalled · listening to see whether 10.0.0.7:3306 is ever freed 3.1 s`, or less of it where there is no room. */
export function standingInWords(standing: Standing, columns: number, dot: string): string {
  const { settled, total, stalled, waitingFor, waitingMs } = standing;
  const counts = [
    total === null ? `${settled} settled` : `${settled}/${total}`,
    ...(stalled > 0 ? [`${stalled} stalled`] : []),
  ];
  const place = waitingFor === null ? '' : placeOf(waitingFor);
  const waiting = inWords(waitingMs);
  const deeds =
    waitingFor === null
      ? ['probing']
      : [
          `listening to see whether ${place} is ever freed ${waiting}`,
          `listening to ${place} ${waiting}`,
          `listening ${waiting}`,
        ];
  const room = Math.max(0, columns - SPINNER_WIDTH);
  const lines = deeds.map((deed) => [...counts, deed].join(` ${dot} `));
  return lines.find((line) => line.length <= room) ?? counts.join(' ').slice(0, room);
}

/** The spinner: told what happens, it shows where the run stands. */
export interface Spinner {
  onProgress(progress: Progress): void;
  onFinding(finding: Finding): void;
  /** Runs something that prints, with the line out of the way. */
  aside(print: () => void): void;
  stop(): void;
}

/** A spinner on stderr, or one that shows nothing. ora is loaded only when a run takes longer than a moment. */
export function spinner(shown: boolean, total: number | null, dot: string): Spinner {
  const held = new Map<string, { endpoint: Endpoint; sinceMs: number }>();
  let settled = 0;
  let stalled = 0;
  const text = () => {
    const [oldest] = held.values();
    const waitingMs = oldest ? performance.now() - oldest.sinceMs : 0;
    const standing = { settled, total, stalled, waitingFor: oldest?.endpoint ?? null, waitingMs };
    return standingInWords(standing, process.stderr.columns, dot);
  };
  const line = shown ? animate(text) : STILL;
  return {
    onProgress(progress) {
      settled = progress.settled;
      const { waitingFor } = progress;
      if (waitingFor && !held.has(keyOf(waitingFor)))
        held.set(keyOf(waitingFor), { endpoint: waitingFor, sinceMs: performance.now() });
    },
    onFinding({ target, verdict }) {
      held.delete(keyOf(target));
      if (verdict.kind === 'stalled') stalled += 1;
    },
    ...line,
  };
}

/** Columns that ora takes before the text. */
const SPINNER_WIDTH = 3;

/** A verdict that comes at once needs no spinner. */
const PATIENCE_MS = 400;
const REFRESH_MS = 100;

type Line = Pick<Spinner, 'aside' | 'stop'>;

const STILL: Line = { aside: (print) => print(), stop: () => {} };

/**
 * ora 9.4 spins for ever on a terminal of 0 columns, and with its default discardStdin it makes Ctrl-C dead: it is never told to
 * discard, and only started where shouldSpin() agrees.
 */
function animate(text: () => string): Line {
  let ora: { start(): unknown; stop(): unknown; text: string } | null = null;
  let stopped = false;
  const start = async () => {
    const { default: make } = await import('ora');
    if (stopped) return;
    ora = make({ text: text(), stream: process.stderr, discardStdin: false, isEnabled: true });
    ora.start();
    refresh = setInterval(() => {
      if (ora) ora.text = text();
    }, REFRESH_MS);
  };
  let refresh = setTimeout(start, PATIENCE_MS);
  return {
    aside(print) {
      ora?.stop();
      print();
      ora?.start();
    },
    stop() {
      stopped = true;
      clearTimeout(refresh);
      ora?.stop();
      ora = null;
    },
  };
}

/** A spinner is for a person at a terminal that can move its cursor. */
export function shouldSpin(
  { isTTY, columns }: { readonly isTTY?: boolean; readonly columns?: number },
  { CI, TERM }: Readonly<Record<string, string | undefined>>,
): boolean {
  return isTTY === true && (columns ?? 0) > 0 && !CI && TERM !== 'dumb';
}

function keyOf({ host, address, port }: Endpoint): string {
  return `${host} ${address} ${port}`;
}
