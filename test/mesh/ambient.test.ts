import { AMBIENT } from '../../src/mesh/ambient.ts';
import { itKnowsItsOwn } from './identities.ts';

itKnowsItsOwn(AMBIENT);
