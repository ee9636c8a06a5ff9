/** A part of a municipality where invented patients live. */
export interface HomeArea {
  readonly id: string;
  /** SCB's code. */
  readonly municipality: string;
  /** The municipality's district (see municipalities.ts); null where it has none. */
  readonly district: string | null;
  /** Postal code and town, as the last line of an address. */
  readonly postalTown: string;
  /** Rounded, only to spread the patients: the sum per municipality is about SCB's [recalled]. */
  readonly inhabitants: number;
  /** Invented; many a village has streets with such names. */
  readonly streets: readonly string[];
  /** Ids of the hälsocentraler where people here are listed, nearest first. */
  readonly halsocentraler: readonly string[];
}
