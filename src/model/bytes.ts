/**
 * Bytes as text, one character a byte (latin1). Patterns match on it, it survives JSON, and it is compared with `===`.
 * It is hostile until a report has escaped it.
 */
export type Bytes = string;
