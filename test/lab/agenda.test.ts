import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agenda } from '../../src/lab/agenda.ts';

/** What is taken out, in order. */
function drain(todo: ReturnType<typeof agenda>): number[] {
  const times: number[] = [];
  for (let entry = todo.next(); entry !== undefined; entry = todo.next()) times.push(entry.atMs);
  return times;
}

describe('agenda', () => {
  it('gives the earliest first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), (times) => {
        const todo = agenda();
        for (const atMs of times) todo.add(atMs, () => {});
        expect(drain(todo)).toEqual([...times].sort((one, other) => one - other));
      }),
    );
  });

  it('keeps the order of what is due at the same time', () => {
    const todo = agenda();
    const said: number[] = [];
    for (let order = 0; order < 100; order += 1) todo.add(order % 3, () => said.push(order));
    for (let entry = todo.next(); entry !== undefined; entry = todo.next()) entry.callback();
    const expected = [0, 1, 2].flatMap((atMs) =>
      Array.from({ length: 100 }, (_, order) => order).filter((order) => order % 3 === atMs),
    );
    expect(said).toEqual(expected);
  });

  it('leaves out what was cancelled, and takes what is added meanwhile', () => {
    const todo = agenda();
    todo.add(3, () => {});
    const cancel = todo.add(1, () => {});
    todo.add(2, () => {});
    cancel();
    cancel();
    expect(todo.next()?.atMs).toBe(2);
    todo.add(1, () => {});
    expect(drain(todo)).toEqual([1, 3]);
  });
});
