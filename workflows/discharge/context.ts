import type { Instant, PatientNumberKind } from '@hemgang/kernel';
import type { Destination, ReceiverKind } from '@workflows/handover';
import type { KeptMessage } from '@workflows/message';
import { z } from 'zod';
import type { ResponsibleMunicipality } from './municipalities';
import type { Readiness } from './readiness';
import type { SetCause, Stretch } from './delay';
import type { Noted } from './noted';

/** What the treating physician judges that the patient may need after the stay (2017:612 2:1). */
export interface Needs {
  readonly socialServices: boolean;
  readonly municipalHealthCare: boolean;
  readonly openCare: boolean;
}

/** A receiving unit that has been told and has not sent the notice back. */
export interface Receiver {
  readonly handover: string;
  readonly unit: string;
  readonly kind: ReceiverKind;
  /** Outside the county, without accounts: the ward sends by hand and registers for it. */
  readonly external?: true;
  /** It has confirmed that it has taken over: nobody says any more that it is not needed. */
  readonly takenOver?: true;
}

/** A receiver that is none any more: its notice came back felsänt, or it has withdrawn. */
export interface Returned extends Receiver {
  readonly returnedAt: Instant;
}

/** The stay before this one, when the patient came back within the agreed days. */
export interface PreviousStay {
  readonly case: string;
  readonly endedAt: Instant;
}

/** That the patient is in hospital again; the case is null when a receiver said so and no other case. */
export interface Readmission {
  readonly case: string | null;
  readonly at: Instant;
}

/** Ways in which a patient leaves the ward; the last two are not planned by anybody. */
export const LEAVINGS = ['planned', 'left-against-advice', 'absconded'] as const;

export type Leaving = (typeof LEAVINGS)[number];

/** How a stay ended. A death after the patient has left changes nothing here. */
export type Ending = Leaving | 'transferred' | 'deceased' | 'makulerad';

/** Laws under which somebody may be held in hospital (LPT 1991:1128, LRV 1991:1129). */
export type CompulsoryLaw = 'lpt' | 'lrv';

/**
 * What the notice that the patient is utskrivningsklar rests on: the treating physician's judgement,
 * or the chefsöverläkare's decision on open compulsory care, which counts as that notice (3:1 st.2).
 */
export const READY_BASES = ['judgement', 'open-compulsory-care'] as const;

export type ReadyBasis = (typeof READY_BASES)[number];

/** The judgement in force, and when its notice was sent. */
export interface Utskrivningsklar {
  readonly judgedAt: Instant;
  readonly sentAt: Instant | null;
  readonly basis?: ReadyBasis;
}

/** A SIP of the stay, a case of its own, as far as it has told. */
export interface SipOfStay {
  readonly case: string;
  /** When its call was sent. */
  readonly calledAt?: Instant | undefined;
  readonly declined?: true | undefined;
}

/**
 * What few stays have. Absent while there is none: the row is read and written with every command,
 * and what is absent weighs nothing.
 */
interface Seldom {
  /** How the stay ended; absent while it goes on. */
  readonly ending?: Ending | undefined;
  /** The move that is asked for and not answered yet. */
  readonly move?: string | undefined;
  /** Out of the hospital for a while and not discharged; no clock of the stay knows of it. */
  readonly permission?: { readonly from: Instant; readonly until: Instant } | undefined;
  readonly compulsory?: CompulsoryLaw | undefined;
  /** The SIPs that belong to this stay. */
  readonly sips?: readonly SipOfStay[] | undefined;
  /** What the parties have written to each other, oldest first. */
  readonly messages?: readonly KeptMessage[] | undefined;
  /** Days as utskrivningsklar before a notice that was withdrawn. */
  readonly withdrawnStretches?: readonly Stretch[] | undefined;
  /** Why the patient waited, as the parties have said it, oldest first. */
  readonly delayCauses?: readonly SetCause[] | undefined;
}

/** What one stay remembers: only what a guard, a refusal or a due time reads. */
export interface DischargeContext extends Seldom {
  /** The ward that answers for the patient: the one that admitted her, until another takes over. */
  readonly unit: string;
  readonly admittedAt: Instant;
  /** What sort of number the patient goes by, and whether the case was merged onto a known person. */
  readonly identity: { readonly number: PatientNumberKind; readonly merged: boolean };
  /** Where the patient was folkbokförd at the admission, and who had placed her elsewhere. */
  readonly home: string | null;
  readonly placedBy: string | null;
  /** What has changed since in which municipality decides, executes, gives health care or pays. */
  readonly municipalities: readonly ResponsibleMunicipality[];
  /** Handovers whose unit has asked another municipality to take over and waits for its answer. */
  readonly transfers: readonly string[];
  /** People close to the patient and how to speak with her. */
  readonly noted: Noted;
  readonly needs: Needs | null;
  /** When the 24 hours of 2:3 began: the admission, or the later judgement of the need. */
  readonly needKnownAt: Instant | null;
  readonly noticeSentAt: Instant | null;
  readonly expectedDischargeAt: Instant | null;
  /** Where the patient goes; absent until somebody has said so. */
  readonly destination?: Destination | undefined;
  readonly utskrivningsklar: Utskrivningsklar | null;
  /** The events by which the utskrivningsinformation in force was sent. */
  readonly information: readonly number[];
  readonly receivers: readonly Receiver[];
  /** Receivers lost for whom it is not decided yet who comes instead, oldest first. */
  readonly returned: readonly Returned[];
  /** The handover whose fast vårdkontakt calls to the SIP (2017:612 4:3). */
  readonly calling: string | null;
  /** The unit that coordinates for each huvudman: huvudman → unit. */
  readonly coordinators: Readonly<Record<string, string>>;
  /** When the patient left the ward: the end of the stay, also when to another region. */
  readonly leftAt: Instant | null;
  readonly diedAt: Instant | null;
  /** Of most cases there is nothing to say of these three: they are absent until there is. */
  readonly previous?: PreviousStay | null;
  readonly readmission?: Readmission;
  readonly readiness?: Readiness;
}

export const dischargeInput = z.strictObject({
  unit: z.string(),
  admittedAt: z.string(),
  /** What sort of number the patient goes by. */
  number: z.enum(['personnummer', 'samordningsnummer', 'reservnummer']),
  previous: z.strictObject({ case: z.string(), endedAt: z.string() }).nullable(),
  /** Where the patient is folkbokförd, and who placed her elsewhere: SCB codes. */
  home: z.string().nullable(),
  placedBy: z.string().nullable(),
});

export type DischargeInput = z.infer<typeof dischargeInput>;

export function initialContext(input: DischargeInput): DischargeContext {
  const { unit, admittedAt, number, previous, home, placedBy } = input;
  return {
    unit,
    admittedAt,
    identity: { number, merged: false },
    home,
    placedBy,
    municipalities: [],
    transfers: [],
    noted: { contacts: [] },
    needs: null,
    needKnownAt: null,
    noticeSentAt: null,
    expectedDischargeAt: null,
    utskrivningsklar: null,
    information: [],
    receivers: [],
    returned: [],
    calling: null,
    coordinators: {},
    leftAt: null,
    diedAt: null,
    ...(previous === null ? {} : { previous }),
  };
}
