import type { Probe } from '../src/model/probe.ts';

// Four bytes of size, 01 (WireFormatInfo), the magic, the version of the format, and then a map of properties.
export default {
  name: 'openwire',
  title: 'ActiveMQ (OpenWire)',
  ports: [61616],
  speaksFirst: 'server',
  source: 'ActiveMQ, OpenWire version 2 specification: both sides send WireFormatInfo at once',
  greetings: [
    /^[\s\S]{4}\x01ActiveMQ[\s\S]{0,1500}?\x0fProviderVersion\t\0[\s\S](?<version>[\w.-]{1,40})/,
    /^(?:[\s\S]{4})?\x01ActiveMQ\0\0\0/,
  ],
  harm: 'Nothing but a line in the log.',
  samples: {
    greetings: [
      {
        bytes:
          "\0\0\x01<\x01ActiveMQ\0\0\0\x0c\x01\0\0\x01*\0\0\0\x0c\0\x11TcpNoDelayEnabled\x01\x01\0\x12SizePrefixDisabled\x01\0\0\tCacheSize\x05\0\0\x04\0\0\x0cProviderName\t\0\x08ActiveMQ\0\x11StackTraceEnabled\x01\x01\0\x0fPlatformDetails\t\0\x04Java\0\x0cCacheEnabled\x01\x01\0\x14TightEncodingEnabled\x01\x01\0\x0cMaxFrameSize\x06\0\0\0\0\x06@\0\0\0\x15MaxInactivityDuration\x06\0\0\0\0\0\0u0\0\x20MaxInactivityDurationInitalDelay\x06\0\0\0\0\0\0'\x10\0\x0fProviderVersion\t\0\x075.15.15",
        version: '5.15.15',
        source: 'ActiveMQ 5.15.15, as public nmap reports show it for port 61616',
      },
    ],
  },
} as const satisfies Probe;
