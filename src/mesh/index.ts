import type { Mesh } from '../model/mesh.ts';
import { AMBIENT } from './ambient.ts';
import { CILIUM } from './cilium.ts';
import { CONSUL } from './consul.ts';
import { ENVOY_DEFAULT } from './envoy-default.ts';
import { ISTIO } from './istio.ts';
import { KUMA } from './kuma.ts';
import { LINKERD } from './linkerd.ts';

/** All meshes, those with the more particular identities first: Istio's are a shape that others use too. */
export const MESHES: readonly Mesh[] = [KUMA, CONSUL, LINKERD, ISTIO, AMBIENT, CILIUM, ENVOY_DEFAULT];
