import type { Citation, Instant, Text } from '@hemgang/kernel';
import type { z } from 'zod';
import type { Actor } from './event';
import type { Makulering } from './rattelse';

/** The request as a refuse rule sees it. */
export interface CommandRequest<Payload = unknown> {
  readonly payload: Payload;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly given: Readonly<Record<string, unknown>>;
}

/**
 * Why a command is not possible although the state would take it. `request` is null when only the
 * present situation is asked about (what may I do now?); `main` is what the case's main machine
 * remembers, absent where no case is open yet.
 */
export interface RefuseRule<Context = unknown, Payload = unknown> {
  when(context: Context, request: CommandRequest<Payload> | null, main?: unknown): boolean;
  readonly why: Text;
  readonly rule: Citation;
}

/** What the use case must look up before the step and put into `given`. */
export interface Lookups<Payload = unknown> {
  /**
   * Units the payload names; `given.units` then holds their kinds, and `given.external` names those
   * without accounts.
   */
  units?(payload: Payload): readonly string[];
  /** Members of staff the payload names; `given.staff` then holds the units each works at. */
  staff?(payload: Payload): readonly string[];
  /**
   * A member of staff whom the payload names as `staff`. Refused as unknown when she does not work at
   * the giver's unit: of others it tells neither who they are nor that they exist.
   */
  colleague?(payload: Payload): string | undefined;
  /**
   * The hälsocentral that the payload says the patient is listed at. Refused as unknown when it is none, or
   * has closed; the event is not told of it.
   */
  listed?(payload: Payload): string | undefined;
  /** Units whose huvudman the command compares with its giver's; `given.huvudman` holds both. */
  huvudman?(payload: Payload): readonly string[];
  /** Units whose municipality the command compares with its giver's; `given.municipality` has both. */
  municipality?(payload: Payload): readonly string[];
  /** Units whose standing fast vårdkontakt takes effect at receipt; `given.standing` names them. */
  standing?(payload: Payload): readonly string[];
  /** True: `given.child` says whether the patient was under 18 at the admission. */
  readonly child?: true;
  /** True: of a child `given.childAge` says whether she is under 12, from 12 or from 15 (SoL 21:1). */
  readonly childAge?: true;
  /**
   * The discharge that the payload names; `given.stay` then holds its id, when its notice that the
   * patient is ready was sent and which unit calls. Refused as unknown when the giver is no party of
   * it, or it is somebody else's.
   */
  stay?(payload: Payload): string | undefined;
  /**
   * The case that the new one is about, and units that the payload names as its parties; `given.about`
   * then holds its type. Looks like none when the giver may not see it; a unit that is and was no party
   * of it is refused as unknown.
   */
  about?(payload: Payload): AskedAbout;
  /**
   * Files that the payload names; `given.attachments` then holds kind and size of each. Refused as
   * unknown when one was not uploaded in the case by the giver's unit, or was sent already.
   */
  attachments?(payload: Payload): readonly string[];
  /** True: `given.patient` says which of the four facts of 2017:612 2:2 are known. */
  readonly patient?: true;
  /** True: `given.previous` names the latest ended stay of the patient, when it ended lately. */
  readonly previousStay?: true;
  /**
   * True: `given.wordless` is true where nothing may be written, since the identity of whom the case that
   * it is about is about is protected.
   */
  readonly words?: true;
  /**
   * The month of a municipality that is to be computed: `given.basis` holds its sums, and what the
   * named rows weigh now; the rows themselves become content of the event.
   * @param context what the addressed machine remembers; null: the command opens the case
   */
  basis?(payload: Payload, context: unknown): AskedBasis;
  /** A row of the case's present basis; `given.row` says what it weighs, absent: no such row. */
  row?(payload: Payload): string;
}

/** A case of another type, and who is named as taking part in it. */
export interface AskedAbout {
  readonly case: string;
  /** The one party that the payload names, in its field `to`. */
  readonly to: string;
}

/** A municipality's month, and rows of an earlier computation that are asked for again. */
export interface AskedBasis {
  /** SCB code. */
  readonly municipality: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly rows: readonly string[];
}

/**
 * A command, declared once, beside its machine. Routes, OpenAPI, permissions, forms and the CLI read
 * this; its name is also the type of the event that machines handle and the log keeps.
 */
export interface CommandDeclaration<Context = unknown, Payload = unknown> {
  readonly name: string;
  /** The group of machines it is given to: the main machine's, or `handover`. */
  readonly to: string;
  readonly payload: z.ZodType<Payload>;
  /** Payload fields that are personal data or free text: kept per controller, never in the event. */
  readonly content: readonly string[];
  /** Content fields that stay with the author's controller when the rest is handed out. */
  readonly undisclosed?: readonly string[];
  readonly lookups?: Lookups<Payload>;
  /** Particular to children: offered only when the patient is known to be one. */
  readonly ofChildren?: true;
  /**
   * The payload says something of the patient that is kept with her. Its `patient` names who the
   * case is about from then on: `identified`: the same person, whose number is known now; `another`:
   * somebody else. `registered`: it tells where she is folkbokförd. `given.person` holds what sort of
   * number she has, whether it was on record, and the municipality of registration.
   */
  readonly patient?: 'identified' | 'another' | 'registered';
  /**
   * What the giver puts a name to, as the case knows it at that moment; `given.attested` keeps it in
   * the event, whatever rules and code do later.
   */
  attests?(context: Context, request: CommandRequest<Payload>): Readonly<Record<string, unknown>>;
  /** That it was given is itself for the giver's own authority: others see a neutral line. */
  readonly confidential?: true;
  readonly roles: readonly string[];
  /** True: a person answers for it with her name (a signature, a consent): no program may give it. */
  readonly byPerson?: true;
  /** Units whose staff may give it; absent: those of the machine it is given to. */
  by?(context: Context): readonly string[];
  /** True: only as long as the case is open, also where its machines would take it afterwards. */
  readonly whileOpen?: true;
  /**
   * The payload field that names the machine it is given to, where a unit may have several (its
   * åtaganden); absent: the `handover` of the request, which may be left out when only one fits.
   */
  readonly address?: string;
  readonly label: Text;
  /** What happens next and who is told. */
  readonly consequence: Text;
  /** When it is possible, as a sentence; shown when it is not. */
  readonly possibleWhen: Text;
  readonly rule: Citation;
  readonly refuse: readonly RefuseRule<Context, Payload>[];
  /**
   * Numbers of the events that the giver says it has taken part of: what of them was registered
   * afterwards is then acknowledged.
   */
  acknowledges?(context: Context, payload: Payload): readonly number[];
  /** What makulering of its event means (see `Makulering`). */
  readonly makulera: Makulering<Context, Payload>;
  readonly example: Payload;
}

/** Keeps the payload's type while declaring a command. */
export function defineCommand<Context, Payload>(
  declaration: CommandDeclaration<Context, Payload>,
): CommandDeclaration<Context, Payload> {
  return declaration;
}
