import type { Probe } from '../src/model/probe.ts';

export default {
  name: 'vmware-authd',
  title: 'VMware authentication daemon',
  ports: [902, 912],
  speaksFirst: 'server',
  source: 'VMware ESXi and Workstation, the greeting as many public scans show it',
  greetings: [/^220 VMware Authentication Daemon Version (?<version>\d[\d.]{0,20})/],
  goodbye: [{ hear: /^220/, say: 'QUIT\r\n' }],
  harm: 'Nothing but a line in the log.',
  samples: {
    greetings: [
      {
        bytes:
          '220 VMware Authentication Daemon Version 1.10: SSL Required, ServerDaemonProtocol:SOAP, MKSDisplayProtocol:VNC , VMXARGS supported, NFCSSL supported\r\n',
        version: '1.10',
        source: 'VMware ESXi, quoted in a public client of it',
      },
    ],
  },
} as const satisfies Probe;
