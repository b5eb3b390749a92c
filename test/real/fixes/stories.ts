import { BOTH_IN_MESH } from './stories/both-in-mesh.ts';
import { CLIENT_IN_MESH } from './stories/client-in-mesh.ts';
import { FOLKLORE } from './stories/folklore.ts';
import { OTHER_MESHES } from './stories/other-meshes.ts';
import { SERVER_IN_MESH } from './stories/server-in-mesh.ts';
import type { Story } from './story.ts';

/** Every scenario with every fix that an Envoy can show, and the half measures and the folklore that do not help. */
export const STORIES: readonly Story[] = [
  ...SERVER_IN_MESH,
  ...BOTH_IN_MESH,
  ...CLIENT_IN_MESH,
  ...FOLKLORE,
  ...OTHER_MESHES,
];

/** The recipes that no story here can try, and why. */
export const UNTRIED: Readonly<Record<string, string>> = {
  'linkerd-opaque-port': 'its proxy is not Envoy, and no package has a binary of it',
  'linkerd-opaque-server': 'its proxy is not Envoy, and no package has a binary of it',
  'linkerd-skip-inbound-port': 'its proxy is not Envoy, and no package has a binary of it',
  'linkerd-skip-outbound-port': 'its proxy is not Envoy, and no package has a binary of it',
};
