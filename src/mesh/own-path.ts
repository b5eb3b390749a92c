import type { OwnPath } from '../model/whereabouts.ts';

/**
 * What our own sidecar does with the connections we open, read once from its listeners (`/config_dump?resource=dynamic_listeners`).
 * A listener of that address takes it, else the one that all addresses of the port share, else nobody: it is passed on unseen.
 * Istio hands connections over from its outbound listener, whose own inspectors come first. Null where the text is no dump.
 */
export function readOwnPaths(dump: string): ((address: string, port: number) => OwnPath) | null {
  const listeners = listenersIn(dump);
  if (!listeners) return null;
  const outbound = listeners.filter(({ traffic_direction }) => traffic_direction !== 'INBOUND');
  const entry = outbound.find(({ use_original_dst }) => use_original_dst === true);
  const takers = new Map<string, Listener>();
  for (const listener of outbound) {
    if (listener !== entry) for (const place of placesOf(listener)) takers.set(place, takers.get(place) ?? listener);
  }
  const at = (host: string, port: number) => takers.get(placeAt(host, port));
  return (address, port) => pathBy(entry, at(address, port) ?? at('0.0.0.0', port) ?? at('::', port), port);
}

function pathBy(entry: Listener | undefined, taker: Listener | undefined, port: number): OwnPath {
  const waits = [entry, taker].flatMap((listener) => (listener ? [waitOf(listener, port)] : []));
  // Whoever sniffs first decides how the wait ends.
  const [wait = NO_WAIT] = waits.filter(({ inspectors }) => inspectors.length > 0);
  return { listener: taker?.name ?? null, ...wait };
}

interface Listener {
  readonly name: string;
  readonly traffic_direction?: string;
  readonly use_original_dst?: boolean;
  readonly address?: SocketAddress;
  /** The same listener under further addresses, as Istio has it in a dual-stack cluster. */
  readonly additional_addresses?: readonly { readonly address?: SocketAddress }[];
  readonly listener_filters?: readonly ListenerFilter[];
  readonly listener_filters_timeout?: string;
  readonly continue_on_listener_filters_timeout?: boolean;
}

interface SocketAddress {
  readonly socket_address?: { readonly address?: string; readonly port_value?: number };
}

interface ListenerFilter {
  readonly name?: string;
  readonly filter_disabled?: Predicate;
}

interface Predicate {
  readonly any_match?: boolean;
  readonly not_match?: Predicate;
  readonly or_match?: { readonly rules?: readonly Predicate[] };
  readonly and_match?: { readonly rules?: readonly Predicate[] };
  readonly destination_port_range?: { readonly start?: number; readonly end?: number };
}

const NO_WAIT: Omit<OwnPath, 'listener'> = { inspectors: [], timeoutMs: 0, onTimeout: 'continue' };

/** listener_filters_timeout where it is not set (envoy.config.listener.v3.Listener). */
const TIMEOUT_DEFAULT_MS = 15_000;

/** The dump is read as what Envoy prints; whoever prints something else has none. */
function listenersIn(dump: string): readonly Listener[] | null {
  try {
    const configs = JSON.parse(dump)?.configs;
    if (!Array.isArray(configs)) return null;
    return (configs as readonly Config[]).flatMap((config) => {
      const states = [config, ...(config.dynamic_listeners ?? []), ...(config.static_listeners ?? [])];
      return states.flatMap((state) => state.active_state?.listener ?? state.listener ?? []);
    });
  } catch {
    return null;
  }
}

interface Config {
  readonly dynamic_listeners?: readonly Config[];
  readonly static_listeners?: readonly Config[];
  readonly active_state?: { readonly listener?: Listener };
  readonly listener?: Listener;
}

function placesOf({ address, additional_addresses = [] }: Listener): readonly string[] {
  return [address, ...additional_addresses.map((more) => more.address)].flatMap((each) =>
    each?.socket_address?.address === undefined
      ? []
      : [placeAt(each.socket_address.address, each.socket_address.port_value ?? 0)],
  );
}

function placeAt(host: string, port: number): string {
  return `${host.toLowerCase()} ${port}`;
}

function waitOf(listener: Listener, port: number): Omit<OwnPath, 'listener'> {
  const filters = (listener.listener_filters ?? []).filter(({ filter_disabled }) => !holds(filter_disabled, port));
  const names = filters.map(({ name }) => name ?? '');
  return {
    inspectors: (['tls', 'http'] as const).filter((kind) => names.some((name) => name.endsWith(`${kind}_inspector`))),
    timeoutMs: millisecondsIn(listener.listener_filters_timeout),
    onTimeout: listener.continue_on_listener_filters_timeout === true ? 'continue' : 'close',
  };
}

function holds(predicate: Predicate | undefined, port: number): boolean {
  if (!predicate) return false;
  if (predicate.any_match) return true;
  if (predicate.not_match) return !holds(predicate.not_match, port);
  if (predicate.or_match) return (predicate.or_match.rules ?? []).some((rule) => holds(rule, port));
  if (predicate.and_match) return (predicate.and_match.rules ?? []).every((rule) => holds(rule, port));
  const { start = 0, end = 0 } = predicate.destination_port_range ?? {};
  return port >= start && port < end;
}

/** A protobuf duration as JSON writes it: `5s`, `0.100s`. */
function millisecondsIn(duration: string | undefined): number {
  const seconds = /^(\d{1,12}(?:\.\d{1,9})?)s$/.exec(duration ?? '')?.[1];
  return seconds === undefined ? TIMEOUT_DEFAULT_MS : Number(seconds) * 1_000;
}
