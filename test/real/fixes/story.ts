import type { Placement } from '../../../src/model/mesh.ts';
import type { VerdictKind } from '../../../src/model/verdict.ts';
import type { Path, Vantage } from './pilot.ts';
import type { Objects, Place } from './state.ts';

/** The servers of the stories: `mariadb` offers its own TLS, which begins after the greeting; `tls` speaks it from the first byte. */
export type ServerName = 'smtp' | 'mariadb' | 'tls';

/** A cluster in which something stalls, and the change that is to free it. */
export interface Story {
  readonly name: string;
  readonly scenario: Placement;
  readonly meshMode: Place['meshMode'];
  readonly objects: (port: number, targetPort: number) => Objects;
  /** Who makes the proxies' configuration of the objects; istiod unless told. */
  readonly control?: (objects: Objects, place: Place, vantage: Vantage) => Path;
  readonly vantage: Vantage;
  readonly server?: ServerName;
  /** Several where each is right. */
  readonly before: VerdictKind | readonly VerdictKind[];
  /** How a silent client's connection ends in the end, and when: asked of Envoy without deadair. */
  readonly silence?: { readonly end: 'fin' | 'greeting'; readonly atMs: number };
  /** The recipe that is applied; null where the change is folklore's, and `byHand` says what people do. */
  readonly fix: string | null;
  /** What is applied as well as a recipe's manifest, or where there is none. */
  readonly byHand?: (port: number, targetPort: number) => string;
  /** The name that the client dials, and the address it has, where a probe on loopback cannot know them. */
  readonly host?: string;
  readonly address?: string;
  /** The Service maps the dialled port to another one of the pod. `corrected` says so in the manifest, as its comment asks. */
  readonly isMapped?: 'as-printed' | 'corrected';
  /** Where the prober dials after the change, if elsewhere than before. */
  readonly vantageAfter?: Vantage;
  /** Which server it meets then, if another. */
  readonly serverAfter?: ServerName;
  /** The kinds of objects of the fix that are left away, to show that they are needed. */
  readonly without?: readonly string[];
  readonly after: VerdictKind;
}

/** A plaintext client outside, a server with a sidecar. */
export const FROM_OUTSIDE = {
  scenario: 'server-in-mesh',
  vantage: 'outside',
  meshMode: 'PERMISSIVE',
  before: 'stalled',
  after: 'server-first',
} as const;

/** Both with a sidecar. */
export const FROM_INSIDE = {
  scenario: 'both-in-mesh',
  vantage: 'meshed-client',
  meshMode: 'PERMISSIVE',
  before: 'stalled',
  after: 'server-first',
} as const;

/** A client with a sidecar, a server without. */
export const TO_OUTSIDE = { ...FROM_INSIDE, scenario: 'client-in-mesh' } as const;
