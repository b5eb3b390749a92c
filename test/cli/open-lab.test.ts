import { expect, it } from 'vitest';
import { openLab } from '../../src/cli/open-lab.ts';
import { SHOWCASE } from '../../src/lab/showcase.ts';

it('serves each exhibit at a place of its own, under its name', async () => {
  const lab = await openLab(SHOWCASE);
  expect(lab.targets.map(({ host }) => host)).toEqual(SHOWCASE.map(({ name }) => name));
  expect(new Set(lab.targets.map(({ port }) => port)).size).toBe(SHOWCASE.length);
  expect(await lab.resolve(SHOWCASE[0]?.name ?? '')).toEqual({ kind: 'resolved', addresses: ['127.0.0.1'] });
  expect(await lab.resolve('elsewhere')).toEqual({ kind: 'unresolved', code: 'ENOTFOUND' });
  await lab.close();
});
