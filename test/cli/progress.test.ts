import { describe, expect, it } from 'vitest';
import { shouldSpin, spinner, standingInWords } from '../../src/cli/progress.ts';
import { finding } from '../report/samples.ts';

const HELD = { input: '', host: '10.0.0.7', address: '10.0.0.7', port: 3306, expectedProtocol: null };
const STANDING = { settled: 37, total: 220, stalled: 2, waitingFor: HELD, waitingMs: 3_100 };

describe('the line', () => {
  it.each([
    [
      STANDING,
      80,
      '37/220 · 2 stalled · listening to see whether 10.0.0.7:3306 is ever freed 3.1 s'.slice(0, 0) +
        '37/220 · 2 stalled · listening to 10.0.0.7:3306 3.1 s',
    ],
    [STANDING, 100, '37/220 · 2 stalled · listening to see whether 10.0.0.7:3306 is ever freed 3.1 s'],
    [STANDING, 40, '37/220 · 2 stalled · listening 3.1 s'],
    [STANDING, 20, '37/220 2 stalled'],
    [STANDING, 0, ''],
    [{ ...STANDING, waitingFor: null, stalled: 0 }, 80, '37/220 · probing'],
    [{ ...STANDING, total: null, waitingFor: null }, 80, '37 settled · 2 stalled · probing'],
    [
      { ...STANDING, waitingFor: { ...HELD, host: '\u001b[2J' } },
      100,
      '37/220 · 2 stalled · listening to see whether \\x1b[2J:3306 is ever freed 3.1 s',
    ],
  ])('%# in %d columns', (standing, columns, line) => {
    expect(standingInWords(standing, columns, '·')).toBe(line);
  });
});

describe('a spinner', () => {
  const TERMINAL = { isTTY: true, columns: 80 };

  it.each([
    ['turns on a terminal', TERMINAL, { TERM: 'xterm' }, true],
    ['does not in a pipe', {}, { TERM: 'xterm' }, false],
    [
      'does not where the terminal has no size: ora would loop for ever',
      { isTTY: true, columns: 0 },
      { TERM: 'xterm' },
      false,
    ],
    ['does not in CI', TERMINAL, { CI: 'true' }, false],
    ['does not on a dumb terminal', TERMINAL, { TERM: 'dumb' }, false],
  ])('%s', (_, stream, environment, turns) => {
    expect(shouldSpin(stream, environment)).toBe(turns);
  });

  it('that is not shown lets others print, and stops', () => {
    const still = spinner(false, 1, '·');
    const printed: string[] = [];
    still.onProgress({ started: 1, settled: 0, waitingFor: HELD });
    still.aside(() => printed.push('x'));
    still.onFinding(finding('stalled'));
    still.stop();
    expect(printed).toEqual(['x']);
  });
});
