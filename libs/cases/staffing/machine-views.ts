import type { Instant } from '@hemgang/kernel';

/** A program that acts for a unit, as its controller's administrator sees it. */
export interface MachineClientView {
  /** Its client id, and how the access log and the events name it. */
  readonly id: string;
  readonly name: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  /** Names of its public keys; two while one takes the other's place. */
  readonly keys: readonly string[];
  readonly assignment: string;
  readonly confirmBy: Instant | null;
  readonly version: number;
  readonly revoked: boolean;
}
