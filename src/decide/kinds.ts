/** The kinds of first bytes, in the order in which they are read: an earlier one wins, for a greeting also contains what would pass as an answer. */
export const KINDS = ['greetings', 'refusals', 'scoldings', 'answers'] as const;

export type Kind = (typeof KINDS)[number];

/** What a reading calls each kind. */
export const READING_OF = {
  greetings: 'greeting',
  refusals: 'refusal',
  scoldings: 'scolding',
  answers: 'answer',
} as const satisfies Readonly<Record<Kind, string>>;
