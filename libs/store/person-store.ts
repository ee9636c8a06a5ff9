import type { Instant, PatientNumber } from '@hemgang/kernel';
import type { Queryable, Statement } from './statement';

/** `lma`: seeks asylum · `eu`: insured in another country of the EU, the EEA or Switzerland. */
export type Registration = 'folkbokford' | 'none' | 'lma' | 'eu';

/**
 * Skyddade personuppgifter, from the lightest to the heaviest: sekretessmarkering (`marked`), skyddad
 * folkbokföring (`protected`), fingerade personuppgifter (`fictitious`).
 */
export type Protection = 'marked' | 'protected' | 'fictitious';

/** A patient as the process needs to know them. */
export interface PersonRow {
  readonly id: string;
  /** Null while nobody knows who the patient is. */
  readonly number: string | null;
  readonly numberKind: PatientNumber['kind'] | null;
  readonly name: string;
  readonly address: string | null;
  /** SCB code of the municipality of registration. */
  readonly municipality: string | null;
  /** How she belongs: registered in a municipality, or another way; null while nobody has said. */
  readonly registration: Registration | null;
  /** When the number was first known; null before. */
  readonly identifiedAt: Instant | null;
  /** Null: her identity is not protected. With a grade there is no address. */
  readonly protection: Protection | null;
  readonly protectedSince: Instant | null;
}

const COLUMNS = `
  id, number, number_kind as "numberKind", name, address, municipality, registration,
  identified_at as "identifiedAt", protection, protected_since as "protectedSince"`;

const BY_ID: Statement<PersonRow> = {
  name: 'person-by-id',
  text: `select ${COLUMNS} from persons where id = $1 and erased_at is null`,
};

const BY_NUMBER: Statement<PersonRow> = {
  name: 'person-by-number',
  text: `select ${COLUMNS} from persons where number = $1`,
};

/** How a person stands to what is handed out of her. */
export interface Standing {
  readonly protection: Protection | null;
  /** Since when she objects to what the controller discloses; null: she does not. */
  readonly objectionSince: Instant | null;
}

const STANDING: Statement<Standing> = {
  name: 'person-standing',
  text: `
    select protection,
           (select since from objections j
            where j.person = p.id and j.controller = $2 and j.ended_at is null)
             as "objectionSince"
    from persons p where id = $1`,
};

/**
 * Patients, one row each. They are added and brought up to date by the command that names them
 * (`CaseWrite.person`), so that no patient is written without its case and its access line.
 */
export class PersonStore {
  constructor(private readonly database: Queryable) {}

  /** Null also when the facts of the person have been erased. */
  async byId(id: string): Promise<PersonRow | null> {
    const [row] = await this.database.run(BY_ID, [id]);
    return row ?? null;
  }

  /** @param controller that would hand something out */
  async standing(id: string, controller: string): Promise<Standing> {
    const [row] = await this.database.run(STANDING, [id, controller]);
    return row ?? { protection: null, objectionSince: null };
  }

  /** @param number as `parsePatientNumber` spells it */
  async byNumber(number: string): Promise<PersonRow | null> {
    const [row] = await this.database.run(BY_NUMBER, [number]);
    return row ?? null;
  }
}
