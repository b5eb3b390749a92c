import { dovecot } from './dovecot-recipe.ts';

export default dovecot({
  name: 'dovecot-pop3s',
  package: 'dovecot-pop3d',
  protocol: 'tls',
  inside: 'pop3',
  dovecot: { protocol: 'pop3', service: 'pop3-login', listener: 'pop3s' },
  program: '/usr/lib/dovecot/pop3',
});
