import { describe, expect, it } from 'vitest';
import { choice, count, duration, onOff, path, patience, rate, service } from '../../src/cli/values.ts';
import { UsageError } from '../../src/targets/usage-error.ts';

describe('values that are read', () => {
  it.each([
    [duration, '250ms', 250],
    [duration, '6s', 6_000],
    [duration, '1m', 60_000],
    [duration, '1.5s', 1_500],
    [duration, '1ms', 1],
    [duration, '60m', 3_600_000],
    [patience, 'thorough', 22_000],
    [patience, '2s', 2_000],
    [count(10), '1', 1],
    [count(10), '10', 10],
    [rate, '50', 50],
    [rate, '0.5', 0.5],
    [onOff, 'true', true],
    [onOff, '0', false],
    [path, ' x ', ' x '],
    [choice(['all', 'first']), 'first', 'first'],
  ])('%# %s', (read, text, value) => {
    expect(read(text)).toBe(value);
  });
});

const NAMES = 'write namespace/name, as kubectl shows them: small letters, digits and dashes, at most 63 each';

describe('values that are not', () => {
  it.each([
    [service, 'mysql', 'write it before the name: default/mysql'],
    [service, '', NAMES],
    [service, 'db/', NAMES],
    [service, '/mysql', NAMES],
    [service, 'db/mysql/3306', NAMES],
    [service, 'DB/mysql', NAMES],
    [service, 'db/my_sql', NAMES],
    [service, 'db/mysql.svc', NAMES],
    [service, 'db/-mysql', NAMES],
    [service, `db/${'x'.repeat(64)}`, NAMES],
    [duration, '6', 'write 250ms, 6s or 1m'],
    [duration, '', 'write 250ms, 6s or 1m'],
    [duration, '-1s', 'write 250ms, 6s or 1m'],
    [duration, '0s', 'write 250ms, 6s or 1m'],
    [duration, '61m', 'write 250ms, 6s or 1m'],
    [duration, '6 s', 'write 250ms, 6s or 1m'],
    [duration, '1e3s', 'write 250ms, 6s or 1m'],
    [duration, '9999999999s', 'write 250ms, 6s or 1m'],
    [duration, 'Infinitys', 'write 250ms, 6s or 1m'],
    [patience, '-1', 'write 250ms, 6s or 1m, or thorough (22s)'],
    [count(10), '0', null],
    [count(10), '11', null],
    [count(10), '1.5', null],
    [count(10), '0x5', null],
    [rate, '0', 'write 50, or 0.5 for one every two seconds'],
    [rate, '-1', 'write 50, or 0.5 for one every two seconds'],
    [onOff, 'maybe', null],
    [choice(['all', 'first']), 'frist', 'did you mean first?'],
    [choice(['all', 'first']), 'zzz', null],
  ])('%# %s', (read, text, hint) => {
    expect(() => read(text)).toThrow(UsageError);
    expect(() => read(text)).toThrow(expect.objectContaining({ hint }));
  });
});

it('reads the name of a Service', () => {
  expect(service('db/mysql-0')).toEqual({ namespace: 'db', name: 'mysql-0' });
});
