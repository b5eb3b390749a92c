import { CILIUM } from '../../src/mesh/cilium.ts';
import { itKnowsItsOwn } from './identities.ts';

itKnowsItsOwn(CILIUM);
