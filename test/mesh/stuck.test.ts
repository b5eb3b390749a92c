import { expect, it } from 'vitest';
import { readStuck } from '../../src/mesh/stuck.ts';

it.each([
  ['', null],
  ['no such stat\n', null],
  ['listener.0.0.0.0_15006.downstream_pre_cx_active: 0\n', []],
  [
    'listener.0.0.0.0_15006.downstream_pre_cx_active: 3\nlistener.10.0.0.9_25.downstream_pre_cx_active: 1\nlistener.admin.downstream_pre_cx_active: 0\n',
    [
      { listener: '0.0.0.0_15006', connections: 3 },
      { listener: '10.0.0.9_25', connections: 1 },
    ],
  ],
  ['listener.[__]_15006.downstream_pre_cx_active: 2', [{ listener: '[__]_15006', connections: 2 }]],
  ['listener.x.downstream_pre_cx_active: many', null],
])('%j', (stats, stuck) => {
  expect(readStuck(stats)).toEqual(stuck);
});
