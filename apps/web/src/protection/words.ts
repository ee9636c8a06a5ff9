import type { EmergencyReason, Grade, PatientOperation } from '../api/types';
import type { Text } from '../language';

/** Why somebody opens what another unit of her care provider holds. */
export const emergencyReasonWords: Readonly<Record<EmergencyReason, Text>> = {
  'treats-now': { sv: 'Vårdar patienten just nu', en: 'Treats the patient now' },
  'called-in': { sv: 'Tillkallad av den som vårdar', en: 'Called in by whoever treats' },
  'patient-safety': { sv: 'Patientsäkerhet', en: 'Patient safety' },
  'patient-asks': { sv: 'Patienten ber om det', en: 'The patient asks for it' },
};

/** How far an identity is protected, and what that means. */
export const gradeWords: Readonly<Record<Grade, { readonly name: Text; readonly means: Text }>> = {
  marked: {
    name: { sv: 'Sekretessmarkering', en: 'Secrecy marking' },
    means: {
      sv: 'Utsedda ser namn, nummer och kommun.',
      en: 'Named staff see name, number and municipality.',
    },
  },
  protected: {
    name: { sv: 'Skyddad folkbokföring', en: 'Protected registration' },
    means: {
      sv: 'Utsedda ser namn och nummer, inte kommun.',
      en: 'Named staff see name and number, not the municipality.',
    },
  },
  fictitious: {
    name: { sv: 'Fingerade personuppgifter', en: 'Fictitious identity' },
    means: {
      sv: 'Utsedda ser namn och nummer, inget om tidigare vårdtillfällen.',
      en: 'Named staff see name and number, nothing of earlier stays.',
    },
  },
};

/** What each operation is called, and what happens. */
export const operationWords: Readonly<
  Record<PatientOperation, { readonly label: Text; readonly means: Text }>
> = {
  setProtection: {
    label: { sv: 'Ange skyddade personuppgifter', en: 'Set protected identity' },
    means: {
      sv: 'Vem patienten är döljs genast för alla utom två utsedda hos varje myndighet. Adressen tas bort och kommer inte tillbaka.',
      en: 'Who the patient is is hidden at once from all but two named people at each authority. The address is removed and does not come back.',
    },
  },
  nameProtectionContacts: {
    label: { sv: 'Utse kontakter hos er', en: 'Name contacts at your side' },
    means: {
      sv: 'Bara de två ni utser får veta vem patienten är. Alla andra ser deras namn och telefonnumret att ringa. De ersätter dem ni har utsett förut.',
      en: 'Only the two you name may know who the patient is. All others see their names and whom to call. They replace those you named before.',
    },
  },
  handleOutside: {
    label: { sv: 'Hantera ärendet utanför verktyget', en: 'Handle the case outside the tool' },
    means: {
      sv: 'Allt som har skrivits i ärendet tas bort, hos alla parter, och kommer inte tillbaka. Bara tider och utfall finns kvar och fortsätter att räknas.',
      en: 'All that has been written in the case is removed, for every party, and does not come back. Times and outcomes alone stay, and go on.',
    },
  },
  blockEntries: {
    label: { sv: 'Spärra det vår enhet skriver', en: 'Block what our unit writes' },
    means: {
      sv: 'Andra enheter hos er vårdgivare ser inte vad er enhet har skrivit om patienten, bara att det finns. Det gäller genast.',
      en: 'Other units of your care provider do not see what your unit has written of the patient, only that it is there. It holds at once.',
    },
  },
  endBlock: {
    label: { sv: 'Häv vår enhets spärr', en: "Lift our unit's block" },
    means: {
      sv: 'Patienten vill inte längre att det er enhet skriver är spärrat. Andra enheter hos er ser det igen.',
      en: 'The patient no longer wants what your unit writes to be blocked. Your other units see it again.',
    },
  },
  listBlockedUnits: {
    label: { sv: 'Läs spärrade uppgifter', en: 'Read blocked entries' },
    means: {
      sv: 'Först visas vilka enheter som har spärrat, sedan öppnar du bara det som behövs. Det gäller dig ensam i en timme, och varje steg loggas med det skäl du anger.',
      en: 'First you see which units have blocked, then you open only what is needed. It is for you alone, for an hour, and each step is logged with your reason.',
    },
  },
  objectToDisclosure: {
    label: { sv: 'Patienten motsätter sig utlämnande', en: 'The patient objects to disclosure' },
    means: {
      sv: 'Från nu lämnar ni bara ut det som lagen kräver. Det som redan är utlämnat tas inte tillbaka.',
      en: 'From now on you disclose only what the law demands. What has been disclosed is not taken back.',
    },
  },
  endObjection: {
    label: { sv: 'Patienten motsätter sig inte längre', en: 'The patient no longer objects' },
    means: {
      sv: 'Uppgifter kan lämnas ut på vanliga grunder igen.',
      en: 'Facts can be disclosed on the usual grounds again.',
    },
  },
};
