import { dovecot } from './dovecot-recipe.ts';

export default dovecot({
  name: 'dovecot-imap',
  package: 'dovecot-imapd',
  protocol: 'imap',
  dovecot: { protocol: 'imap', service: 'imap-login', listener: 'imap' },
  program: '/usr/lib/dovecot/imap',
});
