/** What the user asked about: one name or address, one port. */
export interface Target {
  /** The words the user typed, kept so that a report can be traced back to them. */
  readonly input: string;
  readonly host: string;
  readonly port: number;
  /** The protocol the user named (`mysql://db`), which makes any other answer `misdeclared`. */
  readonly expectedProtocol: string | null;
}

/** A target with one of its addresses: what is really dialled. `address` is null when the name did not resolve. */
export interface Endpoint extends Target {
  readonly address: string | null;
}
