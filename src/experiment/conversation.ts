import type { Step, Transcript } from '../model/transcript.ts';
import type { Dial } from '../net/world.ts';
import type { Script } from './script.ts';

/** One connection under way. */
export interface Conversation {
  /** Grows while the connection is open. */
  readonly transcript: () => Transcript;
  readonly finished: Promise<Transcript>;
  readonly isOpen: () => boolean;
  /** Resolves when something was heard from the server, or it is over, or it is that time. One may wait at a time. */
  readonly heard: (untilMs: number) => Promise<void>;
  /** Ends it now, whatever it is waiting for. */
  readonly stop: () => void;
}

/** What to do on one connection. */
export interface Course {
  readonly dial: Dial;
  readonly step: Step;
  readonly script: Script;
  readonly connectTimeoutMs: number;
  /** Called once: when the connection was accepted, or is over without. */
  readonly onAccepted: () => void;
}
