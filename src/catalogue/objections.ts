import { fingerprint } from '../decide/fingerprint.ts';
import { READING_OF } from '../decide/kinds.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Probe } from '../model/probe.ts';
import { type Claim, claimsOn } from './claims.ts';
import { type Shown, samplesOf } from './samples.ts';

/** What the catalogue has against a protocol: where, what, and what to write instead. */
export interface Objection {
  readonly place: string;
  readonly words: string;
  readonly hint: string;
}

/** All that is wrong with a protocol as a member of a catalogue: by itself, and beside its neighbours. */
export function objectionsTo(probe: Probe, catalogue: readonly Probe[]): readonly Objection[] {
  return [
    ...gaps(probe),
    ...manners(probe),
    ...neighbours(probe, catalogue),
    ...samplesOf([probe]).flatMap((shown) => [...misread(shown), ...claimed(shown, catalogue)]),
    ...trespasses(probe, catalogue),
  ];
}

function gaps({ speaksFirst, samples, opening }: Probe): readonly Objection[] {
  const kind = speaksFirst === 'server' ? 'greetings' : 'answers';
  const objections: Objection[] = [];
  if ((samples[kind]?.length ?? 0) === 0)
    objections.push({
      place: `samples.${kind}`,
      words: 'is missing',
      hint: `where the ${speaksFirst} speaks first, write the bytes of a real server there: deadair protocols --check host:port shows them`,
    });
  if (speaksFirst === 'client' && opening === undefined)
    objections.push({
      place: 'opening',
      words: 'is missing',
      hint: 'write the first words of a client: without them nobody answers',
    });
  return objections;
}

/** The first bytes of a greeting by which `unfinished` must know that more is to come. */
const PIECE_LENGTH = 3;

function manners({ unfinished, goodbye, samples: { greetings = [] } }: Probe): readonly Objection[] {
  const objections: Objection[] = [];
  for (const [index, { bytes }] of greetings.entries()) {
    if (unfinished?.test(bytes))
      objections.push({
        place: 'unfinished',
        words: `matches the whole of samples.greetings[${index}]`,
        hint: 'let it match only what is cut off',
      });
    if (unfinished && !unfinished.test(bytes.slice(0, PIECE_LENGTH)))
      objections.push({
        place: 'unfinished',
        words: `does not match the first ${PIECE_LENGTH} bytes of samples.greetings[${index}]`,
        hint: 'let it match whatever is cut off',
      });
  }
  const hear = goodbye?.[0]?.hear;
  if (hear && greetings.length > 0 && !greetings.some(({ bytes }) => hear.test(bytes)))
    objections.push({
      place: 'goodbye[0].hear',
      words: 'matches no greeting of the samples',
      hint: 'leave it out to say goodbye after any',
    });
  return objections;
}

function neighbours({ name, yieldsTo = [] }: Probe, catalogue: readonly Probe[]): readonly Objection[] {
  const insideTls = catalogue.find((other) => other.overTls?.names.includes(name));
  const objections = yieldsTo.flatMap((to, index): readonly Objection[] => {
    const other = catalogue.find((candidate) => candidate.name === to);
    const place = `yieldsTo[${index}]`;
    if (!other || to === name)
      return [{ place, words: `there is no other protocol "${to}"`, hint: 'see "deadair protocols"' }];
    const yieldsBack = other.yieldsTo?.includes(name) ?? false;
    return yieldsBack ? [{ place, words: `${to} yields to ${name} already`, hint: 'one of the two must win' }] : [];
  });
  if (!insideTls) return objections;
  return [
    { place: 'name', words: `${name} is ${insideTls.name} inside TLS`, hint: 'name yours otherwise' },
    ...objections,
  ];
}

const NOWHERE = { port: 0, expectedProtocol: null };

/** Its own patterns must read a sample as what it is, version and all. */
function misread({ probe, kind, at, sample }: Shown): readonly Objection[] {
  const place = `samples.${kind}[${at}]`;
  const reading = fingerprint(sample.bytes, [probe], NOWHERE);
  if (reading.kind === 'unknown')
    return [
      {
        place: `${place}.bytes`,
        words: `no pattern of ${kind} matches them`,
        hint: `mend the pattern, or add one to ${kind}`,
      },
    ];
  if (reading.kind !== READING_OF[kind])
    return [
      {
        place: `${place}.bytes`,
        words: `are read as a ${reading.kind}`,
        hint: `make the patterns for a ${reading.kind} narrower`,
      },
    ];
  if (reading.version === (sample.version ?? null)) return [];
  const read = reading.version === null ? 'no version is read' : `the version read is "${reading.version}"`;
  return [
    {
      place: `${place}.version`,
      words: `${read} from these bytes`,
      hint: 'capture it as (?<version>…), or correct it here',
    },
  ];
}

function claimed(shown: Shown, catalogue: readonly Probe[]): readonly Objection[] {
  return claimsOn(shown, catalogue).map(({ by, kind, at }) => ({
    place: `samples.${shown.kind}[${shown.at}].bytes`,
    words: `${kind}[${at}] of ${by.name} matches them too`,
    hint: `if they are ${shown.probe.name}'s, replace ${by.name} by a file of your own that says yieldsTo: [${shown.probe.name}]`,
  }));
}

/** Samples of others that its patterns take for their own. */
function trespasses(probe: Probe, catalogue: readonly Probe[]): readonly Objection[] {
  return samplesOf(catalogue.filter((other) => other !== probe)).flatMap((shown) =>
    claimsOn(shown, [probe]).map((claim) => trespass(claim, shown)),
  );
}

function trespass({ kind, at }: Claim, shown: Shown): Objection {
  const sooner = kind !== shown.kind;
  return {
    place: `${kind}[${at}]`,
    words: `matches ${READING_OF[shown.kind] === 'answer' ? 'an answer' : `a ${READING_OF[shown.kind]}`} of ${shown.probe.name}: ${excerptOf(shown.sample.bytes)}`,
    hint: sooner
      ? 'make it narrower'
      : `make it narrower, or let ${shown.probe.name} win: yieldsTo: [${shown.probe.name}]`,
  };
}

const EXCERPT_LENGTH = 40;

/** Whoever prints it escapes it. */
function excerptOf(bytes: Bytes): string {
  return bytes.length > EXCERPT_LENGTH ? `${bytes.slice(0, EXCERPT_LENGTH)}...` : bytes;
}
