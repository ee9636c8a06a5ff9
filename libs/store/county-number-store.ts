import type { Instant, LocalDate } from '@hemgang/kernel';
import type { Queryable, Statement } from './statement';

/** What sort of number it is: residents aged 65 and over, or available beds (disponibla vårdplatser). */
export const COUNTY_NUMBERS = ['residents-65', 'available-beds'] as const;

/** A number of a place, from a day on. */
export interface CountyNumber {
  readonly kind: (typeof COUNTY_NUMBERS)[number];
  /** As figures name places: `county`, `municipality:<SCB code>`. */
  readonly place: string;
  /** The first day that it holds for. */
  readonly from: LocalDate;
  readonly value: number;
  /** Who says so: `SCB 31 dec 2025`. */
  readonly source: string;
}

/** The same as it was entered. */
export interface CountyNumberRow extends CountyNumber {
  readonly enteredAt: Instant;
  /** The assignment of the person who entered it. */
  readonly enteredBy: string;
}

const COLUMNS = `
  kind, place, valid_from::text as from, value, source, entered_at as "enteredAt",
  entered_by as "enteredBy"`;

const ALL: Statement<CountyNumberRow> = {
  name: 'county-numbers',
  text: `select ${COLUMNS} from county_numbers order by id`,
};

/** Of one place; of the same day the latest alone. */
const IN_FORCE: Statement<CountyNumber> = {
  name: 'county-numbers-in-force',
  text: `
    select distinct on (kind, valid_from) kind, place, valid_from::text as from, value, source
    from county_numbers where place = $1 order by kind, valid_from, id desc`,
};

const ADD: Statement<never> = {
  name: 'add-county-numbers',
  text: `
    insert into county_numbers (kind, place, valid_from, value, source, entered_at, entered_by)
    select kind, place, "from", value, source, $2, $3
    from jsonb_to_recordset($1) as r (kind text, place text, "from" date, value int, source text)`,
};

/** Numbers that only the customer has. They are added, never changed. */
export class CountyNumberStore {
  constructor(private readonly database: Queryable) {}

  /** All of them, in the order in which they were entered. @throws DatabaseUnavailable */
  all(): Promise<readonly CountyNumberRow[]> {
    return this.database.run(ALL, []);
  }

  /** Those of a place that nothing later took the place of, by their days. @throws DatabaseUnavailable */
  inForce(place: string): Promise<readonly CountyNumber[]> {
    return this.database.run(IN_FORCE, [place]);
  }

  /** All of them or none. @throws DatabaseUnavailable */
  async add(
    numbers: readonly CountyNumber[],
    { enteredAt, enteredBy }: Pick<CountyNumberRow, 'enteredAt' | 'enteredBy'>,
  ): Promise<void> {
    await this.database.run(ADD, [JSON.stringify(numbers), enteredAt, enteredBy]);
  }
}
