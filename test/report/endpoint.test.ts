import { expect, it } from 'vitest';
import { addressOf, placeAndAddress, placeOf } from '../../src/report/endpoint.ts';

it.each([
  ['db', null, 'db:25', null],
  ['db', '10.0.0.7', 'db:25', '10.0.0.7'],
  ['10.0.0.7', '10.0.0.7', '10.0.0.7:25', null],
  ['::1', '::1', '[::1]:25', null],
  ['bücher', 'fe80::1%\u001b', 'b\\xfccher:25', 'fe80::1%\\x1b'],
])('%s at %s', (host, address, place, shown) => {
  expect(placeOf({ host, port: 25 })).toBe(place);
  expect(addressOf({ host, address })).toBe(shown);
  const both = shown === null ? place : `${place} (${shown})`;
  expect(placeAndAddress({ host, port: 25, address })).toBe(both);
});
