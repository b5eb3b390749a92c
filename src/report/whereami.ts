import { inWords } from '../model/duration.ts';
import type { Outlook, OwnPath, Stuck, VainDial, WayOut, Whereabouts } from '../model/whereabouts.ts';
import { placeAndAddress } from './endpoint.ts';
import { terminal } from './escape.ts';
import { hang } from './wrap.ts';

/** What `deadair whereami` found, for people. */
export function whereami(outlook: Outlook, width: number): string {
  const { whereabouts, waysOut, dial, stuck } = outlook;
  const paragraphs = [
    proxy(whereabouts, width),
    ...(waysOut.length > 0 ? [ways(waysOut, whereabouts, width)] : []),
    ...(dial ? [dialled(dial, whereabouts, width)] : []),
    ...(stuck ? [held(stuck.listeners, whereabouts, width)] : []),
    baseline(outlook, width),
  ];
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

type Lines = readonly string[];

function proxy({ mesh, confidence, proxy: name, seen }: Whereabouts, width: number): Lines {
  if (mesh === null) {
    const words =
      'That is no proof that there is none: only pages on loopback were asked, those of Istio, Linkerd, Kuma and Consul.';
    return ['No proxy was found beside us.', ...hang('  ', words, width)];
  }
  const pages = seen.map(({ port, path }) => `127.0.0.1:${port}${path}`).join(', ');
  return [
    `In a mesh: ${mesh} (${confidence})`,
    ...hang('  proxy    ', name === null ? 'it does not tell its name' : terminal(name), width),
    ...hang('  told by  ', pages, width),
  ];
}

function ways(waysOut: readonly WayOut[], { mesh }: Whereabouts, width: number): Lines {
  const places = waysOut.map(destinationOf);
  const column = places.reduce((widest, { length }) => Math.max(widest, Math.min(length, PLACE_MAX)), 0);
  const lines = waysOut.flatMap((way, index) =>
    hang(`  ${(places[index] ?? '').padEnd(column)}  `, fateOf(way, mesh !== null), width),
  );
  const isTold = waysOut.some(({ kind }) => kind === 'told');
  return ['What our own proxy does with a connection to', ...lines, ...(isTold ? hang('  ', EXCLUDED, width) : [])];
}

const PLACE_MAX = 40;

const EXCLUDED =
  "This is by its listeners. What the pod's annotations exclude (excludeOutboundPorts, excludeOutboundIPRanges) bypasses it, and the listeners do not tell.";

function destinationOf(way: WayOut): string {
  return placeAndAddress({ address: null, ...way });
}

function fateOf(way: WayOut, isThere: boolean): string {
  switch (way.kind) {
    case 'unresolved':
      return `the name does not resolve (${way.code})`;
    case 'bypassed':
      return 'it stays on this machine, and bypasses the proxy';
    case 'untold':
      return isThere ? 'not known: this proxy does not tell' : 'nothing that is known of: no proxy was found';
    case 'told':
      return wait(way.path);
    default:
      return way satisfies never;
  }
}

function wait({ listener, inspectors, timeoutMs, onTimeout }: OwnPath): string {
  const taker = listener === null ? 'no listener has this address' : `listener ${terminal(listener)}`;
  if (inspectors.length === 0) return `passes it on at once (${taker})`;
  const end = timeoutMs === 0 ? 'for ever' : `for ${inWords(timeoutMs)}, then ${THEN[onTimeout]}`;
  const kinds = `${inspectors.join(' and ')} inspector${inspectors.length > 1 ? 's' : ''}`;
  return `WAITS for the client's first bytes, ${end} (${kinds}, ${taker})`;
}

const THEN: { readonly [E in OwnPath['onTimeout']]: string } = { continue: 'passes it on', close: 'closes it' };

function dialled({ address, port, outcome, code }: VainDial, { mesh }: Whereabouts, width: number): Lines {
  const by = mesh === null ? 'something on the way out of here' : 'our own proxy';
  const words = {
    accepted: `accepted: ${by} accepts for servers that are not there. Here a connection that succeeds says nothing about the server.`,
    failed: `failed (${code}), as it must: nobody accepts in place of a server that is not there.`,
    'no-answer': 'not answered, as it must be: nobody accepts in place of a server that is not there.',
  }[outcome];
  return [
    `A connection to ${address}:${port}, an address that nobody has (RFC 5737), was`,
    ...hang('  ', words, width),
  ];
}

function held(listeners: readonly Stuck[] | null, { proxy: name }: Whereabouts, width: number): Lines {
  const title = "Connections that wait for their client's first bytes just now";
  if (listeners === null)
    return [title, ...hang('  ', name === null ? 'No Envoy was found beside us.' : UNCOUNTED, width)];
  const lines = listeners.map(({ listener, connections }) => `  ${connections}  in listener ${terminal(listener)}`);
  return [title, ...(lines.length > 0 ? lines : ['  none'])];
}

const UNCOUNTED =
  'Our Envoy does not count them. With Istio, annotate the pods with "sidecar.istio.io/statsInclusionSuffixes: downstream_pre_cx_active", and restart them.';

function baseline({ baseline: addresses }: Outlook, width: number): Lines {
  const words = `Connections to ${addresses.join(', ')} bypass a proxy beside us. From inside the server's pod, probe it there and by its Service: what is server-first here and stalled there, a proxy holds.`;
  return ['The baseline', ...hang('  ', words, width)];
}
