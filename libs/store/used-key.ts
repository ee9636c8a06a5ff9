/** What an earlier command with the same idempotency key was and how it was answered. */
export interface UsedKey {
  readonly bodyHash: string;
  readonly caseId: string;
  /** The case's version after that command. */
  readonly version: number;
  readonly status: number;
}
