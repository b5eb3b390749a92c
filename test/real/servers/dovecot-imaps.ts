import { dovecot } from './dovecot-recipe.ts';

export default dovecot({
  name: 'dovecot-imaps',
  package: 'dovecot-imapd',
  protocol: 'tls',
  inside: 'imap',
  dovecot: { protocol: 'imap', service: 'imap-login', listener: 'imaps' },
  program: '/usr/lib/dovecot/imap',
});
