import type { Exhibit } from '../lab/showcase.ts';
import type { Target } from '../model/target.ts';
import { type Served, serve } from '../net/serve.ts';
import type { Resolution } from '../net/world.ts';

/** The lab, open: each exhibit at an address of its own, under its own name. */
export interface Lab {
  readonly targets: readonly Target[];
  /** Where each exhibit is, in their order. */
  readonly served: readonly Served[];
  readonly resolve: (host: string) => Promise<Resolution>;
  close(): Promise<void>;
}

/** Serves the exhibits on loopback, at ports that are free. */
export async function openLab(exhibits: readonly Exhibit[]): Promise<Lab> {
  const served = await Promise.all(exhibits.map(({ peer }) => serve(peer)));
  const places = new Map(exhibits.map(({ name }, index) => [name, served[index]?.address ?? '']));
  return {
    targets: exhibits.map(({ name, expectedProtocol }, index) => ({
      input: name,
      host: name,
      port: served[index]?.port ?? 0,
      expectedProtocol,
    })),
    served,
    async resolve(host) {
      const address = places.get(host);
      return address === undefined
        ? { kind: 'unresolved', code: 'ENOTFOUND' }
        : { kind: 'resolved', addresses: [address] };
    },
    async close() {
      await Promise.all(served.map(({ close }) => close()));
    },
  };
}
