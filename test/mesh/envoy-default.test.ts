import { ENVOY_DEFAULT } from '../../src/mesh/envoy-default.ts';
import { itKnowsItsOwn } from './identities.ts';

itKnowsItsOwn(ENVOY_DEFAULT);
