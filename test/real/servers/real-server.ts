import type { SpeaksFirst } from '../../../src/model/probe.ts';

/** A server of the Debian archive that the tests run for real. */
export interface RealServer {
  readonly name: string;
  /** The Debian package that has the program. */
  readonly package: string;
  /** The catalogue's name of the protocol it speaks. */
  readonly protocol: string;
  readonly speaksFirst: SpeaksFirst;
  /** The catalogue's name of the protocol inside TLS, where `protocol` is `tls`. */
  readonly inside?: string;
  /** The version the catalogue must read from its first words; absent where they tell none. */
  readonly version?: RegExp;
  /** Is the program installed here? */
  available(): boolean;
  start(options?: StartOptions): Promise<Running>;
}

/** One that runs. */
export interface Running {
  readonly port: number;
  /** All it has written so far: stdout, stderr and its own log files. */
  log(): string;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** The address to listen on; loopback unless told. */
  readonly address?: string;
  /** A command that runs the server's command, such as `ip netns exec NAME`; started as root. */
  readonly within?: readonly string[];
  /** More arguments for the program. */
  readonly extra?: readonly string[];
  /** More files, by name below its folder. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Where one run keeps its files, and where it listens. */
export interface Place {
  readonly folder: string;
  readonly address: string;
  readonly port: number;
}

/** How to run one server. Paths are absolute or below `place.folder`. */
export interface Recipe extends Omit<RealServer, 'available' | 'start'> {
  /** The file that must exist. */
  readonly program: string;
  /** Most run as nobody; some need root to switch users by themselves. */
  readonly user?: 'nobody' | 'root';
  /** Configuration files to write, by name below the folder. */
  files?(place: Place): Readonly<Record<string, string>>;
  /** Commands to run to their end before it, as the same user. */
  before?(place: Place): readonly (readonly string[])[];
  /** The server itself; it must stay in the foreground. */
  command(place: Place): readonly string[];
  /** Environment variables, besides PATH and HOME. */
  environment?(place: Place): Readonly<Record<string, string>>;
  /** Its own log files, below the folder. */
  readonly logs?: readonly string[];
  /** How long it may take to be ready. */
  readonly readyMs?: number;
}
