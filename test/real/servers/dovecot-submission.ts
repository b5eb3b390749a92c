import { dovecot } from './dovecot-recipe.ts';

export default dovecot({
  name: 'dovecot-submission',
  package: 'dovecot-submissiond',
  protocol: 'smtp',
  dovecot: { protocol: 'submission', service: 'submission-login', listener: 'submission' },
  program: '/usr/lib/dovecot/submission',
});
