/** We ran out of descriptors or ports, and none came free: that says nothing about any server. */
export class LocalExhaustion extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`this machine has no descriptor or port left to connect with (${code})`);
    this.name = 'LocalExhaustion';
    this.code = code;
  }
}
