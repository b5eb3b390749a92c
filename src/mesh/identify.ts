import type { MeshIdentity } from '../model/mesh.ts';
import type { Certificate, Transcript } from '../model/transcript.ts';
import type { Confidence } from '../model/verdict.ts';
import { readDeclaration } from './declaration.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { HandshakeOutcome } from './handshake.ts';
import { MESHES } from './index.ts';

/**
 * Whose proxy it is and in which mode, from the handshakes and, where they are given, from the plaintext connections.
 * Null where no handshake told anything. STRICT is said of a certificate without ALPN and never of a reset: a dead server
 * behind a permissive sidecar, a denied client and a server that killed its own greeting all look like a strict one.
 */
export function readIdentity(transcripts: readonly Transcript[]): MeshIdentity | null {
  const evidence = evidenceOf(transcripts);
  const shown = shownBy(evidence);
  if (shown) return describe(shown, evidence);
  return [evidence.any, evidence.none, evidence.kuma].some(isFromServer) ? NO_MESH : null;
}

type Certified = Extract<HandshakeOutcome, { kind: 'certified' }>;

interface Shown {
  readonly mesh: NonNullable<MeshIdentity['mesh']>;
  readonly identity: string | null;
  readonly certificate: Certificate;
}

const NO_MESH: MeshIdentity = {
  mesh: null,
  posture: 'none',
  declared: 'unknown',
  identity: null,
  confidence: 'certain',
};

/** The first certificate that is a mesh's: with an offer that only a mesh's own client makes, or, where none came, without any. */
function shownBy(evidence: Evidence): Shown | null {
  const offered = [evidence.any, evidence.tcp, evidence.kuma].filter(isCertified);
  for (const outcome of offered) {
    const shown = ownerOf(outcome, true);
    if (shown && !isServersOwn(shown, evidence)) return shown;
  }
  return offered.length === 0 && isCertified(evidence.none) ? ownerOf(evidence.none, false) : null;
}

function isCertified(outcome: HandshakeOutcome | null): outcome is Certified {
  return outcome?.kind === 'certified';
}

function ownerOf({ certificate, alpn, alpnSeen }: Certified, isOffered: boolean): Shown | null {
  if (alpn?.startsWith('istio')) return { mesh: 'istio', identity: certificate.uris[0] ?? null, certificate };
  for (const { name, identityOf } of MESHES) {
    const identity = identityOf(certificate);
    // Istio's proxies agree on something of what they are offered: a server that does not is somebody else.
    const isElsewhere = name === 'istio' && isOffered && alpnSeen && alpn === null;
    if (identity !== null && !isElsewhere) return { mesh: name, identity, certificate };
  }
  return null;
}

/**
 * A server may have a SPIFFE certificate of its own (SPIRE, cert-manager): it shows it whatever is offered, never agrees on
 * Istio's protocols, and answers plain bytes in TLS or in words, which a strict sidecar never does.
 */
function isServersOwn({ mesh, certificate }: Shown, { any, tcp, none, plain }: Evidence): boolean {
  if (mesh !== 'istio' || agreedOnIstio(any, tcp)) return false;
  return isSameCertificate(none, certificate) && plain !== 'nothing';
}

function describe({ mesh, identity, certificate }: Shown, evidence: Evidence): MeshIdentity {
  const posture = postureOf(mesh, certificate, evidence);
  return {
    mesh,
    posture,
    declared: mesh === 'istio' ? readDeclaration(posture, evidence) : 'unknown',
    identity,
    confidence: confidenceIn(mesh, certificate, posture, evidence),
  };
}

function postureOf(
  mesh: Shown['mesh'],
  certificate: Certificate,
  { any, none, plain }: Evidence,
): MeshIdentity['posture'] {
  // Nobody has asked without an offer where plain words got through: they say the same.
  if (none === null && plain === 'words') return 'permissive';
  if (isSameCertificate(none, certificate)) return 'strict';
  if (none && none.kind !== 'unreached') return 'permissive';
  // Another mesh's offer is as good as none at all.
  return mesh !== 'istio' && isFromServer(any) ? 'permissive' : 'unknown';
}

function confidenceIn(mesh: string, certificate: Certificate, posture: string, evidence: Evidence): Confidence {
  const { any, tcp, none } = evidence;
  if (posture === 'permissive') return isFromServer(none ?? (mesh === 'istio' ? null : any)) ? 'certain' : 'likely';
  if (mesh !== 'istio' || agreedOnIstio(any, tcp)) return 'certain';
  // Istio leaves the subject empty; SPIRE writes its name there.
  return certificate.subject === '' ? 'likely' : 'possible';
}

/** Only a sidecar that Istio configured picks one of Istio's own application protocols. */
function agreedOnIstio(...outcomes: readonly (HandshakeOutcome | null)[]): boolean {
  return outcomes.some((outcome) => isCertified(outcome) && outcome.alpn?.startsWith('istio') === true);
}

/** By name and issuer: a sidecar and the server behind it have different ones, and a certificate may be renewed meanwhile. */
function isSameCertificate(outcome: HandshakeOutcome | null, { uris, issuer }: Certificate): boolean {
  return (
    isCertified(outcome) && outcome.certificate.issuer === issuer && outcome.certificate.uris.join() === uris.join()
  );
}

/** The server spoke, or thought about what it had read: no mesh ended the handshake. */
function isFromServer(outcome: HandshakeOutcome | null): boolean {
  return outcome?.kind === 'answered' || outcome?.kind === 'silent' || outcome?.kind === 'certified';
}
