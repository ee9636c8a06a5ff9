import type { Text } from '@hemgang/kernel';
import type { DayReason } from './ledger';
import type { Requirement } from './policy';
import type { ConditionOwner, HindranceCode } from './preconditions';

/** What a day is, in a word. */
export const DAY_WORDS: Readonly<Record<DayReason, Text>> = {
  FREE_DAY: { sv: 'fri dag', en: 'free day' },
  BLOCKED: { sv: 'hindrad', en: 'blocked' },
  CHARGEABLE: { sv: 'betalas', en: 'to pay' },
  ANALYSIS_ONLY: { sv: 'räknas', en: 'counted' },
};

/** The conditions of 5 kap. */
export const REQUIREMENT_WORDS: Readonly<Record<Requirement, Text>> = {
  INSKRIVNING_24H: { sv: 'inskrivningsmeddelande i tid', en: 'notice of admission in time' },
  USK_NOTICE: { sv: 'underrättelse skickad', en: 'notice of readiness sent' },
  KALLELSE_3D: { sv: 'kallelse till SIP i tid', en: 'kallelse to the SIP in time' },
  OPEN_CARE_CLEAR: { sv: 'den öppna vården klarlagd', en: 'open care clarified' },
  NOT_OPPOSED: { sv: 'patienten motsätter sig inte', en: 'the patient does not object' },
};

/** What follows the name of a condition that is not met. */
export const HINDRANCE_WORDS: Readonly<Record<HindranceCode, Text>> = {
  INSKRIVNING_MISSING: { sv: 'har inte skickats', en: 'has not been sent' },
  INSKRIVNING_LATE: { sv: 'skickades för sent', en: 'was sent too late' },
  KALLELSE_MISSING: { sv: 'har inte skickats', en: 'has not been sent' },
  KALLELSE_LATE: { sv: 'skickades för sent', en: 'was sent too late' },
  OPEN_CARE_NOT_CLEAR: { sv: 'är inte klarlagd', en: 'has not been clarified' },
  MEASURES_OPPOSED: { sv: 'har sagt nej', en: 'has said no' },
};

/** Whose duty a condition is. */
export const OWNER_WORDS: Readonly<Record<ConditionOwner, Text>> = {
  ward: { sv: 'den slutna vården', en: 'the ward' },
  'open-care': { sv: 'regionens öppna vård', en: "the region's open care" },
  patient: { sv: 'patienten', en: 'the patient' },
};

/** Stands wherever money is shown that nobody owes. */
export const SIMULATION: Text = {
  sv: 'SIMULERING enligt lagens modell, gäller inte här',
  en: "SIMULATION by the law's model, not in force here",
};
