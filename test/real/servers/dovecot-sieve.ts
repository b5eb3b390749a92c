import { dovecot } from './dovecot-recipe.ts';

export default dovecot({
  name: 'dovecot-sieve',
  package: 'dovecot-managesieved',
  protocol: 'managesieve',
  dovecot: { protocol: 'sieve', service: 'managesieve-login', listener: 'sieve' },
  program: '/usr/lib/dovecot/managesieve',
});
