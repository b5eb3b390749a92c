/** Carries values from callbacks to one `for await`: put as they come, taken in that order. */
export interface Channel<T> {
  put(value: T): void;
  close(): void;
  fail(error: unknown): void;
  items(): AsyncGenerator<T>;
}

/** Makes a channel. It is not bounded: who puts must keep to a bound. */
export function channel<T>(): Channel<T> {
  let values: T[] = [];
  let end: { error: unknown } | 'closed' | null = null;
  let wake = (): void => {};
  const finish = (how: { error: unknown } | 'closed') => {
    end ??= how;
    wake();
  };
  return {
    put(value) {
      values.push(value);
      wake();
    },
    close: () => finish('closed'),
    fail: (error) => finish({ error }),
    async *items() {
      for (;;) {
        const ready = values;
        values = [];
        yield* ready;
        if (values.length > 0) continue;
        if (end === 'closed') return;
        if (end) throw end.error;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
