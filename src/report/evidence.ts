import type { Finding } from '../model/finding.ts';
import type { Transcript } from '../model/transcript.ts';
import type { Style } from './style.ts';
import { legName, timeline } from './timeline.ts';
import { hang } from './wrap.ts';

/** The connections that the verdict rests on, one below the other, each as a small timeline. */
export function evidence(finding: Finding, style: Style): readonly string[] {
  const chosen = style.detail === 'all' ? finding.transcripts : telling(finding.transcripts);
  const nameWidth = Math.max(0, ...chosen.map(({ step }) => legName(step).length));
  return chosen.flatMap((transcript) => {
    const lead = `    ${legName(transcript.step).padEnd(nameWidth)}  `;
    const shown = style.detail === 'all' ? transcript : withoutFarewell(transcript);
    return hang(lead, timeline(shown, style.marks), style.width);
  });
}

/** One connection that was silent, one that was nudged, and what else drew an answer. */
function telling(transcripts: readonly Transcript[]): readonly Transcript[] {
  if (!transcripts.some(connected)) return [];
  const nudged = transcripts.filter(({ step }) => step.kind === 'nudge');
  const chosen = [
    transcripts.find(({ step }) => step.kind === 'listen'),
    nudged.find(heard) ?? nudged[0],
    transcripts.find((transcript) => transcript.step.kind === 'ask' && heard(transcript)),
    transcripts.find((transcript) => transcript.step.kind === 'identify' && isSecured(transcript)),
    transcripts.find((transcript) => transcript.step.kind === 'inside' && isSecured(transcript)),
  ];
  return chosen.filter((transcript) => transcript !== undefined);
}

function connected({ events }: Transcript): boolean {
  return events.some(({ kind }) => kind === 'opened');
}

function heard({ events }: Transcript): boolean {
  return events.some(({ kind }) => kind === 'received');
}

function isSecured({ events }: Transcript): boolean {
  return events.some(({ kind }) => kind === 'secured');
}

/** What follows our goodbye, or the certificate of whoever holds the connection, says nothing about the verdict. */
function withoutFarewell(transcript: Transcript): Transcript {
  const { events, step } = transcript;
  const goodbye = events.findIndex((event) => event.kind === 'sent' && event.purpose === 'goodbye');
  const certificate = step.kind === 'identify' ? events.findIndex((event) => event.kind === 'secured') : -1;
  const end = goodbye >= 0 ? goodbye : certificate >= 0 ? certificate + 1 : events.length;
  return { ...transcript, events: events.slice(0, end) };
}
