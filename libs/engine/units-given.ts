/** What the use case has looked up of the units that a payload names; see `lookups` of a command. */
interface UnitsGiven {
  readonly units?: Readonly<Record<string, string>>;
  readonly huvudman?: Readonly<Record<string, string>>;
  readonly external?: readonly string[];
}

type Given = Readonly<Record<string, unknown>>;

/** The kind of a unit; undefined: it was not looked up, is closed or is not there. */
export function kindGiven(given: Given, unit: string): string | undefined {
  return (given as UnitsGiven).units?.[unit];
}

/** The huvudman of a unit that the command compares. */
export function huvudmanGiven(given: Given, unit: string): string | undefined {
  return (given as UnitsGiven).huvudman?.[unit];
}

/** Whether two units that the command compares belong to one huvudman. */
export function areOfOneHuvudman(given: Given, unit: string, other: string): boolean {
  const huvudman = huvudmanGiven(given, unit);
  return huvudman !== undefined && huvudman === huvudmanGiven(given, other);
}

/** Whether a unit lies outside the county, without accounts. */
export function isExternal(given: Given, unit: string): boolean {
  return (given as UnitsGiven).external?.includes(unit) === true;
}
