import { stunnel } from './stunnel-recipe.ts';

/** TLS before a port where nobody is: the handshake comes first. */
export default stunnel({ name: 'stunnel', behind: () => ['connect = 127.0.0.1:1'] });
