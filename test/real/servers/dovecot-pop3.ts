import { dovecot } from './dovecot-recipe.ts';

export default dovecot({
  name: 'dovecot-pop3',
  package: 'dovecot-pop3d',
  protocol: 'pop3',
  dovecot: { protocol: 'pop3', service: 'pop3-login', listener: 'pop3' },
  program: '/usr/lib/dovecot/pop3',
});
