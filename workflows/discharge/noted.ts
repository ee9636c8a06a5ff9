/**
 * What has been noted of the patient's world and holds, by the numbers of its events: the content
 * lies with each controller that has it.
 */
export interface Noted {
  readonly contacts: readonly number[];
  readonly communication?: number | undefined;
  /** That the child's attitude was found out, or why not. */
  readonly childHeard?: number | undefined;
}

/** A contact is named after the event that noted it: `k5`. */
export function contactName(seq: number): string {
  return `k${seq}`;
}

/** @returns NaN for what names no contact */
export function contactNumber(name: string): number {
  return /^k[1-9]\d*$/.test(name) ? Number(name.slice(1)) : NaN;
}

/** Everything that is handed out to receivers. */
export function standing({ contacts, communication }: Noted): readonly number[] {
  return [...contacts, ...(communication === undefined ? [] : [communication])];
}
