/** What the use case has looked up of the units that a payload names. */
interface UnitsGiven {
  readonly units?: Readonly<Record<string, string>>;
  readonly huvudman?: Readonly<Record<string, string>>;
}

/** The kind of a unit that is open. */
export function kindGiven(
  given: Readonly<Record<string, unknown>>,
  unit: string,
): string | undefined {
  return (given as UnitsGiven).units?.[unit];
}

/** Whether two units belong to one huvudman. */
export function areOfOneHuvudman(
  given: Readonly<Record<string, unknown>>,
  unit: string,
  other: string,
): boolean {
  const { huvudman = {} } = given as UnitsGiven;
  return huvudman[unit] !== undefined && huvudman[unit] === huvudman[other];
}

/** An attachment as the event knows it; its name and its bytes are content. */
export interface AttachmentGiven {
  readonly id: string;
  /** Of the file, by its bytes: `application/pdf`. */
  readonly kind: string;
  /** Bytes. */
  readonly size: number;
}
