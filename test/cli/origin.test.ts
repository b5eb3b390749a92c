import { expect, it } from 'vitest';
import { TOOL, vantage } from '../../src/cli/origin.ts';
import { VERSION } from '../../src/cli/version.ts';

it('names the program and the place', () => {
  expect(TOOL).toEqual({ name: 'deadair', version: VERSION });
  expect(vantage()).toMatchObject({ node: process.versions.node, platform: `${process.platform} ${process.arch}` });
});
