import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'svn',
  title: 'Subversion (svnserve)',
  ports: [3690],
  speaksFirst: 'server',
  source:
    'Subversion, libsvn_ra_svn/protocol section 2.1: the server begins with a greeting; measured with svnserve 1.14.2',
  greetings: [/^\( success \( \d{1,3} \d{1,3} \(/],
  refusals: [/^\( failure \( /],
  harm: 'Nothing: svnserve closes on anything it cannot read, and keeps no count.',
  samples: {
    greetings: [
      {
        bytes:
          '( success ( 2 2 ( ) ( edit-pipeline svndiff1 accepts-svndiff2 absent-entries commit-revprops depth log-revprops atomic-revprops partial-replay inherited-props ephemeral-txnprops file-revs-reverse list ) ) ) ',
        source: 'svnserve 1.14.2',
      },
    ],
  },
} as const satisfies Probe;
