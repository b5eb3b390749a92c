/** The user's mistake: what is wrong, and what to write instead. Only cli/main.ts catches it; it becomes exit code 2. */
export class UsageError extends Error {
  readonly hint: string | null;

  constructor(message: string, hint: string | null = null) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}

/** The same mistake, with the place where it was made in front ("targets.txt line 3"). */
export function located(place: string, error: unknown): unknown {
  return error instanceof UsageError ? new UsageError(`${place}: ${error.message}`, error.hint) : error;
}
