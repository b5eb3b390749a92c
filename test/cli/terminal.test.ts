import { isatty } from 'node:tty';
import { expect, it } from 'vitest';
import { terminalOut } from '../../src/cli/terminal.ts';

it('is standard output, where that is a terminal', () => {
  expect(terminalOut()).toBe(isatty(1) ? process.stdout : null);
});
