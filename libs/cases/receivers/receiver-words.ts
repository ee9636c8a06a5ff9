import { formatDate, localDate, type Citation, type Language, type Text } from '@hemgang/kernel';
import type { MunicipalityRole } from '@workflows/discharge';
import type { MunicipalKind, ProposedKind } from './known-facts';
import type { Reason, Unknown } from './propose-receivers';

/** Names of municipalities by their codes. */
export type MunicipalityNames = (code: string) => string;

/** What a municipality does by a role, after its name. */
export const DOES: Readonly<Record<MunicipalityRole, Text>> = {
  decides: { sv: 'beslutar om insatser', en: 'decides on measures' },
  executes: { sv: 'utför insatser', en: 'carries out measures' },
  'health-care': {
    sv: 'ger kommunal hälso- och sjukvård',
    en: 'gives municipal health care',
  },
  pays: { sv: 'betalar', en: 'pays' },
};

const UNIT_OF: Readonly<Record<ProposedKind, Text>> = {
  'municipal-social': { sv: 'biståndsenheten', en: 'social services unit' },
  'municipal-health': { sv: 'enheten för hemsjukvård', en: 'home nursing unit' },
  halsocentral: { sv: 'hälsocentralen', en: 'health centre' },
};

const UNITS_OF: Readonly<Record<MunicipalKind, Text>> = {
  'municipal-social': { sv: 'biståndsenheter', en: 'social services units' },
  'municipal-health': { sv: 'enheter för hemsjukvård', en: 'home nursing units' },
};

/** A reason as a sentence. */
export function reasonText(reason: Reason, nameOf: MunicipalityNames, language: Language): string {
  return reasonWords(reason, nameOf, language)[language];
}

/** The rule that a reason rests on; null: a fact of the patient or of the directory. */
export function ruleOf(reason: Reason): Citation | null {
  return 'rule' in reason ? reason.rule : null;
}

function reasonWords(reason: Reason, nameOf: MunicipalityNames, language: Language): Text {
  switch (reason.key) {
    case 'folkbokford':
    case 'placed-by':
    case 'role':
      return municipalWords(reason, nameOf(reason.municipality), language);
    case 'listed':
      return {
        sv: 'Patienten är listad här, enligt det som avdelningen har angett.',
        en: 'The patient is listed here, by what the ward has entered.',
      };
    case 'open-care-too':
      return {
        sv: 'När kommunal hälso- och sjukvård kan behövas ska också öppenvården få meddelandet.',
        en: 'When municipal health care may be needed, open care must get the notice too.',
      };
    case 'had-measures': {
      const day = formatDate(localDate(reason.endedAt), language);
      return {
        sv: `Svarade vid vårdtillfället som avslutades ${day} att patienten hade insatser där.`,
        en: `Answered in the stay that ended ${day} that the patient had measures there.`,
      };
    }
    case 'received-earlier': {
      const day = formatDate(localDate(reason.endedAt), language);
      return {
        sv: `Tog emot patienten efter vårdtillfället som avslutades ${day}.`,
        en: `Received the patient after the stay that ended ${day}.`,
      };
    }
    case 'only-one': {
      const name = nameOf(reason.municipality);
      return {
        sv: `Den enda ${UNIT_OF[reason.kind].sv} i ${name}.`,
        en: `The only ${UNIT_OF[reason.kind].en} in ${name}.`,
      };
    }
    case 'merged':
      return {
        sv: `${reason.former} är stängd och har gått upp i enheten.`,
        en: `${reason.former} is closed and has gone up in this unit.`,
      };
  }
}

function municipalWords(
  { key, role, from }: Extract<Reason, { readonly key: 'folkbokford' | 'placed-by' | 'role' }>,
  name: string,
  language: Language,
): Text {
  const does = DOES[role];
  if (key === 'folkbokford') {
    return {
      sv: `Patienten är folkbokförd i ${name}, som ${does.sv}.`,
      en: `The patient is registered in ${name}, which ${does.en}.`,
    };
  }
  if (key === 'placed-by') {
    return {
      sv: `${name} har beslutat om patientens boende och ${does.sv}.`,
      en: `${name} has decided on the patient’s housing and ${does.en}.`,
    };
  }
  const day = formatDate(from, language);
  return {
    sv: `${name} ${does.sv} från ${day}, enligt ärendet.`,
    en: `${name} ${does.en} from ${day}, by the case.`,
  };
}

/** What is not known, as a sentence that says what to do. */
export function unknownText(
  unknown: Unknown,
  nameOf: MunicipalityNames,
  language: Language,
): string {
  return unknownWords(unknown, nameOf)[language];
}

function unknownWords(unknown: Unknown, nameOf: MunicipalityNames): Text {
  switch (unknown.key) {
    case 'protected':
      return {
        sv: 'Patienten har skyddade personuppgifter. Var hon hör hemma visas inte, så ingenting föreslås. Fråga dem som är utsedda för skyddade personuppgifter.',
        en: 'The patient has a protected identity. Where she belongs is not shown, so nothing is proposed. Ask those who are named for protected identities.',
      };
    case 'needs':
      return {
        sv: 'Ingen läkare har bedömt vad patienten kan behöva, så ingenting föreslås.',
        en: 'No physician has judged what the patient may need, so nothing is proposed.',
      };
    case 'municipality':
      return {
        sv: `Det är inte känt vilken kommun som ${DOES[unknown.role].sv}. Ange folkbokföring eller ansvarig kommun.`,
        en: `It is not known which municipality ${DOES[unknown.role].en}. Enter registration or the responsible municipality.`,
      };
    case 'no-unit': {
      const { kind, municipality } = unknown;
      return {
        sv: `Registret har inga ${UNITS_OF[kind].sv} i ${nameOf(municipality)} att föreslå. Lägg till en mottagare utanför länet om den saknas.`,
        en: `The directory has no ${UNITS_OF[kind].en} in ${nameOf(municipality)} to propose. Register a receiver outside the county if it is missing.`,
      };
    }
    case 'several-units': {
      const { count, kind, municipality } = unknown;
      return {
        sv: `${nameOf(municipality)} har ${count} ${UNITS_OF[kind].sv}. Vilken som tar emot avgörs av var patienten bor: välj själv.`,
        en: `${nameOf(municipality)} has ${count} ${UNITS_OF[kind].en}. Which of them receives depends on where the patient lives: choose yourself.`,
      };
    }
    case 'listing':
      return {
        sv: 'Det är inte känt vilken hälsocentral patienten är listad på.',
        en: 'It is not known at which health centre the patient is listed.',
      };
  }
}
