import { CONSUL } from '../../src/mesh/consul.ts';
import { itKnowsItsOwn } from './identities.ts';

itKnowsItsOwn(CONSUL);
