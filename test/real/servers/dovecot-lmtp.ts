import { dovecot } from './dovecot-recipe.ts';

export default dovecot({
  name: 'dovecot-lmtp',
  package: 'dovecot-lmtpd',
  protocol: 'lmtp',
  dovecot: { protocol: 'lmtp', service: 'lmtp', listener: 'lmtp' },
  program: '/usr/lib/dovecot/lmtp',
});
