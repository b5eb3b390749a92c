import type { VerdictKind } from '../model/verdict.ts';

/** What is said of a verdict wherever it comes up, whatever the endpoint. */
export interface Meaning {
  readonly title: string;
  /** What it means for those who want to use the endpoint. */
  readonly meaning: string;
  /** What to do about it where no mesh's manifest is the answer; null where there is nothing to do. */
  readonly next: string | null;
}

/** The words for every verdict. */
export const MEANING: { readonly [K in VerdictKind]: Meaning } = {
  'server-first': {
    title: 'The server greets, unprompted and promptly',
    meaning: 'Nothing between here and the server waits for the client to speak first.',
    next: null,
  },
  healthy: {
    title: 'The client speaks first, and is answered',
    meaning:
      'The server is silent until it is spoken to, as its protocol wants it. A proxy that waits for the first bytes does no harm here.',
    next: null,
  },
  stalled: {
    title: 'A deadlock: the server greets only after the client has spoken',
    meaning:
      'A proxy in between waits for the client to speak, to find out which protocol this is; the client waits for the greeting. Both wait for ever, and every client of this server-first protocol hangs.',
    next: 'find the proxy that sniffs this port and tell it the protocol: declare the port as TCP, or turn protocol detection off for it',
  },
  delayed: {
    title: 'The greeting is held until a detection timeout',
    meaning:
      'A proxy in between waits for the client to speak and gives up after a while. Every new connection pays that wait, and clients with a shorter timeout fail.',
    next: 'find the proxy that sniffs this port and tell it the protocol; the timeout is a patch that every connection pays for',
  },
  slow: {
    title: 'The server itself is late',
    meaning:
      'The greeting is late whether the client speaks or not, so no proxy is waiting for bytes: the server takes its time.',
    next: 'look at the server: a name lookup of the client address, an ident query, a greeting delay against spam, or load',
  },
  'mtls-required': {
    title: 'Only mutual TLS is taken',
    meaning:
      'A sidecar in STRICT mode stands before the server: what is not mutual TLS of the mesh is reset. Clients outside the mesh cannot get in.',
    next: 'call from inside the mesh, or make an exception for this port',
  },
  misdeclared: {
    title: 'The port is treated as another protocol than it speaks',
    meaning:
      'Either a proxy takes the port for HTTP and answers in its place, or another server answers than the one that was named.',
    next: 'declare the port with the protocol that the server speaks, or correct the target',
  },
  intercepted: {
    title: 'Something accepted the connection for a server that is not there',
    meaning: 'connect() succeeded, but at a sidecar: behind it no server took the connection.',
    next: 'look whether the server runs and listens on the port that the Service points to',
  },
  closed: {
    title: 'Accepted, then closed without a byte',
    meaning:
      'A sidecar without a server behind it, an access policy, a server that is full or dislikes this client: from outside they look the same.',
    next: 'read the logs of the server, and of the sidecar if there is one, for this moment',
  },
  mute: {
    title: 'Accepted, and nothing was ever answered',
    meaning: 'A server that hangs, a protocol nobody asked for, or a proxy in front of a server that does not answer.',
    next: 'if you know the protocol, name it (such as mysql://host:port); look whether the server hangs',
  },
  inconsistent: {
    title: 'The same address answers in different ways',
    meaning:
      'Several servers share this address, and they do not agree: typically one replica has a sidecar and another has not.',
    next: 'probe the replicas one by one, by their own addresses',
  },
  refused: {
    title: 'Turned away',
    meaning: 'Nothing listens on this port, or the server turns this client away in its first words.',
    next: 'look whether the server runs and listens on this port and address',
  },
  unreachable: {
    title: 'No way there',
    meaning: 'The network, or a firewall that says so, has no way to this address.',
    next: 'look at routes, network policies and firewalls between here and there',
  },
  'connect-timeout': {
    title: 'No answer to the connection request',
    meaning: 'Packets to this address vanish: the host is down, or a firewall drops them without a word.',
    next: 'look whether the host is up, and which firewall or network policy drops connections to this port',
  },
  unresolved: {
    title: 'The name has no address',
    meaning: 'The resolver of this machine knows no address for the name.',
    next: 'look for a slip in the name; inside a cluster, write it with its namespace (db.default)',
  },
};
