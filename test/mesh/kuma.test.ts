import { KUMA } from '../../src/mesh/kuma.ts';
import { itKnowsItsOwn } from './identities.ts';

itKnowsItsOwn(KUMA);
