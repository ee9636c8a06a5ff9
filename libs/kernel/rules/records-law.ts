import type { RuleEntry } from './rule';
import { careProvider } from './who';

const READ_PDL = {
  source: 'SFS 2008:355, konsoliderad september 2025',
  confidence: 'read',
} as const;
const HSLF_SECONDARY = {
  source: 'HSLF-FS 2016:40, återgiven av andra; ändrad genom HSLF-FS 2025:57 (nu 4 kap. 9-9 b §§)',
  confidence: 'secondary',
} as const;

/** Keeping records, giving access to them, and logging it. */
export const recordsLaw = {
  'PDL 2:6': {
    ...READ_PDL,
    title: { sv: 'Personuppgiftsansvar', en: 'Controller' },
    text: {
      sv:
        'Varje myndighet i en region eller kommun som bedriver hälso- och sjukvård ansvarar för ' +
        'sina egna personuppgifter.',
      en:
        'Each authority of a region or municipality that provides health care is the controller ' +
        'of its own personal data.',
    },
    appliesTo: careProvider,
  },
  'PDL 2:8': {
    ...READ_PDL,
    title: { sv: 'Förbjudna sökbegrepp', en: 'Forbidden search terms' },
    text: {
      sv:
        'Känsliga uppgifter får inte vara sökbegrepp, utom uppgifter om hälsa och om ' +
        'tvångsvård. Insatser från socialtjänsten får inte användas som sökbegrepp i vården.',
      en:
        'Sensitive data may not be search terms, except health and compulsory care. Measures by ' +
        'social services may not be search terms in health care.',
    },
    appliesTo: careProvider,
  },
  'PDL 3:6': {
    ...READ_PDL,
    title: { sv: 'Vad journalen innehåller', en: 'What the record contains' },
    text: {
      sv:
        'Patientjournalen ska innehålla de uppgifter som behövs för en god och säker vård, ' +
        'bland annat vem patienten är och viktiga uppgifter om vård, bedömningar och planering.',
      en:
        'The patient record holds what good and safe care needs, among it who the patient is ' +
        'and the main facts about care, judgements and planning.',
    },
    appliesTo: careProvider,
  },
  'PDL 3:11': {
    ...READ_PDL,
    title: { sv: 'Utlämnande antecknas', en: 'Disclosure is recorded' },
    text: {
      sv: 'När en journalhandling lämnas ut ska det antecknas vem som fick den och när.',
      en: 'When a copy of the record is disclosed, it is noted who got it and when.',
    },
    appliesTo: careProvider,
  },
  'PDL 3:13': {
    ...READ_PDL,
    title: { sv: 'Journalspråket är svenska', en: 'The record is in Swedish' },
    text: {
      sv: 'Journalhandlingar ska vara skrivna på svenska.',
      en: 'Records are written in Swedish.',
    },
    appliesTo: careProvider,
  },
  'PDL 3:14': {
    ...READ_PDL,
    title: { sv: 'Rättelser ska synas', en: 'Corrections stay visible' },
    text: {
      sv:
        'Uppgifter i journalen får inte utplånas. En rättelse ska visa när den gjordes och av ' +
        'vem.',
      en: 'Entries may not be destroyed. A correction shows when it was made and by whom.',
    },
    appliesTo: careProvider,
  },
  'PDL 3:17': {
    ...READ_PDL,
    title: { sv: 'Journalen bevaras i tio år', en: 'Records are kept for ten years' },
    text: {
      sv: 'En journalhandling ska bevaras minst tio år efter den sista uppgiften.',
      en: 'A record is kept for at least ten years after its last entry.',
    },
    appliesTo: careProvider,
  },
  'PDL 4:1': {
    ...READ_PDL,
    title: { sv: 'Inre sekretess', en: 'Inner secrecy' },
    text: {
      sv:
        'Den som arbetar i vården får läsa om en patient bara om den deltar i vården eller ' +
        'behöver uppgifterna i sitt arbete.',
      en:
        'Staff may read about a patient only if they take part in the care or need it for their ' +
        'work.',
    },
    appliesTo: careProvider,
  },
  'PDL 4:2': {
    ...READ_PDL,
    title: { sv: 'Behörighet efter behov', en: 'Permissions by need' },
    text: {
      sv: 'Behörigheten ska begränsas till vad var och en behöver för sina uppgifter.',
      en: 'Permissions are limited to what each person needs for the tasks.',
    },
    appliesTo: careProvider,
  },
  'PDL 4:3': {
    ...READ_PDL,
    title: { sv: 'Åtkomst loggas och kontrolleras', en: 'Access is logged and checked' },
    text: {
      sv:
        'Åtkomst till patientuppgifter ska dokumenteras, och vårdgivaren ska systematiskt och ' +
        'återkommande kontrollera att ingen läser utan rätt.',
      en:
        'Access to patient data is documented, and the care provider checks systematically and ' +
        'repeatedly that nobody reads without right.',
    },
    appliesTo: careProvider,
  },
  'PDL 4:4': {
    ...READ_PDL,
    title: { sv: 'Spärr', en: 'Blocking' },
    text: {
      sv:
        'Patienten får spärra uppgifter mellan vårdenheter eller vårdprocesser. Spärren ska ' +
        'läggas genast. Vårdnadshavare får inte spärra ett barns uppgifter.',
      en:
        'The patient may block data between care units or processes, at once. A guardian may ' +
        "not block a child's data.",
    },
    appliesTo: careProvider,
  },
  'PDL 4:5': {
    ...READ_PDL,
    title: { sv: 'Spärren hävs', en: 'Lifting a block' },
    text: {
      sv:
        'En spärr får hävas om patienten samtycker, eller om samtycke inte kan fås och ' +
        'uppgifterna kan ha betydelse för vård som patienten oundgängligen behöver.',
      en:
        'A block may be lifted if the patient consents, or if consent cannot be had and the ' +
        'data may matter for care the patient absolutely needs.',
    },
    appliesTo: careProvider,
  },
  'PDL 5:4': {
    ...READ_PDL,
    title: { sv: 'Direktåtkomst', en: 'Direct access' },
    text: {
      sv:
        'Direktåtkomst till en annan vårdgivares uppgifter är tillåten bara där en lag medger ' +
        'det.',
      en: "Direct access to another provider's data is allowed only where an act permits it.",
    },
    appliesTo: careProvider,
  },
  'PDL 5:6': {
    ...READ_PDL,
    title: { sv: 'Elektroniskt utlämnande', en: 'Electronic disclosure' },
    text: {
      sv: 'En uppgift som får lämnas ut får lämnas ut elektroniskt.',
      en: 'Data that may be disclosed may be disclosed electronically.',
    },
    appliesTo: careProvider,
  },
  'PDL 8:4': {
    ...READ_PDL,
    title: { sv: 'Journalen förstörs efter beslut', en: 'A record is destroyed by decision' },
    text: {
      sv:
        'Inspektionen för vård och omsorg får på ansökan besluta att en patientjournal ska ' +
        'förstöras helt eller delvis.',
      en:
        'The Health and Social Care Inspectorate may on application decide that a record is to ' +
        'be destroyed, wholly or in part.',
    },
    appliesTo: careProvider,
  },
  'PDL 8:5': {
    ...READ_PDL,
    title: { sv: 'Loggutdrag till patienten', en: 'Log extract for the patient' },
    text: {
      sv: 'Patienten ska på begäran få veta vilken åtkomst som har skett till uppgifterna.',
      en: 'On request the patient is told what access there has been to the data.',
    },
    appliesTo: careProvider,
  },
  'HSLF-FS 2016:40 3:15': {
    ...HSLF_SECONDARY,
    title: { sv: 'Stark autentisering', en: 'Strong authentication' },
    text: {
      sv:
        'Åtkomst till patientuppgifter kräver stark autentisering. Över öppna nät ska ' +
        'uppgifterna vara krypterade och nå bara den avsedda mottagaren.',
      en:
        'Access to patient data requires strong authentication. Over open networks data are ' +
        'encrypted and reach only the intended receiver.',
    },
    appliesTo: careProvider,
  },
  'HSLF-FS 2016:40 4:9': {
    ...HSLF_SECONDARY,
    title: { sv: 'Vad loggen visar', en: 'What the log shows' },
    text: {
      sv:
        'Loggen ska visa vilken åtgärd som vidtogs med uppgifterna, vid vilken vårdenhet eller ' +
        'vårdprocess, när, av vem och om vilken patient. Loggarna sparas i minst fem år.',
      en:
        'The log shows what was done with the data, at which care unit or process, when, by ' +
        'whom and about which patient. Logs are kept for at least five years.',
    },
    appliesTo: careProvider,
  },
  'HSLF-FS 2016:40 4:10': {
    ...HSLF_SECONDARY,
    title: { sv: 'Begripligt loggutdrag', en: 'A log extract one can understand' },
    text: {
      sv:
        'Loggutdraget ska visa vilken vårdenhet som tog del av uppgifterna och när, så att ' +
        'patienten kan bedöma om åtkomsten var befogad.',
      en:
        'The extract shows which care unit read the data and when, so that the patient can ' +
        'judge whether the access was justified.',
    },
    appliesTo: careProvider,
  },
  'SoL 16:1': {
    source: 'SFS 2025:400, läst juli 2026',
    confidence: 'read',
    title: { sv: 'Gallring i socialtjänsten', en: 'Erasure in social services' },
    text: {
      sv:
        'Uppgifter i en personakt ska gallras fem år efter den sista anteckningen, senast vid ' +
        'utgången av nästa kalenderår.',
      en:
        'A personal file is erased five years after its last entry, by the end of the next ' +
        'calendar year.',
    },
  },
  'SoL 16:2 a': {
    source: 'SFS 2025:400, läst juli 2026',
    confidence: 'read',
    title: { sv: 'Barnavårdsärenden sparas längre', en: 'Child protection is kept longer' },
    text: {
      sv: 'Handlingar om skydd av barn gallras först när den som de rör har fyllt trettio år.',
      en: 'Documents about the protection of a child are kept until the person is thirty.',
    },
  },
  'SoL 17:2': {
    source: 'SFS 2025:400, läst juli 2026',
    confidence: 'read',
    title: { sv: 'Gallring hos enskilda utförare', en: 'Erasure by private providers' },
    text: {
      sv: 'En enskild verksamhet ska gallra en personakt två år efter den sista anteckningen.',
      en: 'A private provider erases a personal file two years after its last entry.',
    },
  },
} as const satisfies Record<string, RuleEntry>;
