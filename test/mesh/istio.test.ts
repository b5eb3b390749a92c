import { ISTIO } from '../../src/mesh/istio.ts';
import { itKnowsItsOwn } from './identities.ts';

itKnowsItsOwn(ISTIO);
