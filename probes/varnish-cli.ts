import type { Probe } from '../src/model/probe.ts';

// A status, the length of the text padded to eight, and the text. 107 asks for the secret before anything else.
export default {
  name: 'varnish-cli',
  title: 'Varnish command line',
  ports: [6082],
  speaksFirst: 'server',
  source: 'varnish-cli(7): the server begins with 200, or with 107 and a challenge; measured with Varnish 7.1.1',
  greetings: [/^200 \d{1,8} {0,8}\n[\s\S]{0,500}?\n(?<version>varnish-[\w.-]{1,30})/, /^(?:200|107) \d{1,8} {0,8}\n/],
  answers: [/^(?:10[0-6]|[45]00) \d{1,8} {0,8}\n/],
  goodbye: [{ hear: /^(?:200|107)/, say: 'quit\n' }],
  harm: 'Nothing: the session ends with the connection.',
  samples: {
    greetings: [
      {
        bytes:
          "200 276     \n-----------------------------\nVarnish Cache CLI 1.0\n-----------------------------\nLinux,6.1.0,x86_64,-jnone,-smalloc,-sdefault,-hcritbit\nvarnish-7.1.1 revision 7cee1c581bead20e88d101ab3d72afb29f14d87a\n\nType 'help' for command list.\nType 'quit' to close CLI session.\n\n",
        version: 'varnish-7.1.1',
        source: 'Varnish 7.1.1 without a secret',
      },
      {
        bytes: '107 59      \ncptddnszlqikfyiiqlaigqiidqcmgmup\n\nAuthentication required.\n\n',
        source: 'Varnish 7.1.1 with a secret',
      },
    ],
    answers: [
      {
        bytes: "101 44      \nUnknown request.\nType 'help' for more info.\n\n",
        source: 'Varnish 7.1.1, to a line of junk',
      },
    ],
  },
} as const satisfies Probe;
