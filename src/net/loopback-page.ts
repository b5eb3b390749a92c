import { get } from 'node:http';

/** A page as it was answered. */
export interface Page {
  readonly status: number;
  readonly body: string;
}

/** How much of an answer is taken, and how long it may take. */
export interface PageBounds {
  readonly bytesMax: number;
  readonly waitMs: number;
}

/** Gets a page from this machine's own loopback, and never from anywhere else. Null where nobody answers, in bounds or at all. */
export function loopbackPage(port: number, path: string, { bytesMax, waitMs }: PageBounds): Promise<Page | null> {
  return new Promise((resolve) => {
    const settle = (page: Page | null): void => {
      clearTimeout(timer);
      resolve(page);
      request.destroy();
    };
    const request = get({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      let byteCount = 0;
      response.on('data', (piece: Buffer) => {
        pieces.push(piece);
        byteCount += piece.length;
        if (byteCount > bytesMax) settle(null);
      });
      response.on('end', () => settle({ status: response.statusCode ?? 0, body: Buffer.concat(pieces).toString() }));
      response.on('error', () => settle(null));
    });
    request.on('error', () => settle(null));
    const timer = setTimeout(() => settle(null), waitMs);
  });
}
