/** What is kept of a token, and what stays out: the token itself. */
export type Keeper = {
  readonly organisation: string;
  /** Null: of the organisation. */
  readonly person: string | null;
};

export type KeptToken = {
  readonly id: string;
  readonly name: string;
  /** Its first letters, to know it by. */
  readonly beginning: string;
  readonly scopes: readonly string[];
  readonly madeBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
};

/** The last use is known to the minute. */
export const touchAfterMs = 60_000;
