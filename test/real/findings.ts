import type { Finding } from '../../src/model/finding.ts';
import type { Transcript, TranscriptEvent } from '../../src/model/transcript.ts';

/** A finding as a person would want to read it when its test fails: the verdict, the cause, and what each connection saw. */
export const describeFinding = (finding: Finding): string =>
  [
    JSON.stringify(finding.verdict),
    `protocol ${JSON.stringify(finding.protocol)} cause ${JSON.stringify(finding.cause)}`,
    `timing ${JSON.stringify(finding.timing)}`,
    ...finding.transcripts.map(lineFor),
  ].join('\n  ');

const lineFor = (transcript: Transcript): string =>
  `${JSON.stringify(transcript.step)} at ${Math.round(transcript.startedAtMs)}, lag ${transcript.lagMs.toFixed(1)}: ${transcript.events.map(wordsFor).join(', ')}`;

const wordsFor = (event: TranscriptEvent): string => {
  const at = `@${event.atMs.toFixed(1)}`;
  switch (event.kind) {
    case 'sent':
    case 'received':
      return `${event.kind} ${JSON.stringify(event.bytes.slice(0, 60))}${at}`;
    case 'secured':
      return `secured ${event.alpn} ${event.certificate?.uris.join()}${at}`;
    case 'failed':
      return `failed ${event.code} ${event.syscall}${at}`;
    case 'opened':
    case 'ended':
    case 'gave-up':
      return `${event.kind}${at}`;
    default:
      return event satisfies never;
  }
};
