import type { RuleEntry } from './rule';
import { chiefPsychiatrist, openCare, regionAndMunicipality } from './who';

const READ = {
  source: 'SFS 2017:612, konsoliderad t.o.m. SFS 2025:449',
  confidence: 'read',
} as const;

/** Lag (2017:612) chapter 4: the samordnad individuell planering and the guidelines around it. */
export const planningLaw = {
  '2017:612 4:1': {
    ...READ,
    title: { sv: 'Samordnad individuell planering', en: 'Coordinated individual planning' },
    text: {
      sv:
        'Behöver patienten efter utskrivningen insatser från både regionen och kommunen ska ' +
        'representanter för enheterna genomföra en samordnad individuell planering. Behövs ' +
        'kommunal hälso- och sjukvård ska regionens öppna vård delta.',
      en:
        'If the patient after discharge needs measures from both the region and the ' +
        'municipality, representatives of the units carry out a coordinated individual ' +
        "planning. If municipal health care is needed, the region's open care takes part.",
    },
    appliesTo: regionAndMunicipality,
  },
  '2017:612 4:1 st2': {
    ...READ,
    title: {
      sv: 'Samordnad vårdplan i stället för SIP',
      en: 'Coordinated care plan instead of SIP',
    },
    text: {
      sv:
        'För den som skrivs ut till öppen psykiatrisk tvångsvård eller öppen rättspsykiatrisk ' +
        'vård gäller den samordnade vårdplanen i stället för SIP.',
      en:
        'For a patient discharged to open compulsory psychiatric care or open forensic care, ' +
        'the coordinated care plan takes the place of the SIP.',
    },
    appliesTo: chiefPsychiatrist,
  },
  '2017:612 4:2': {
    ...READ,
    title: { sv: 'Individuell plan med samtycke', en: 'Individual plan with consent' },
    text: {
      sv:
        'Enheterna ska upprätta en individuell plan om patienten samtycker. Arbetet ska ' +
        'påbörjas utan dröjsmål.',
      en:
        'The units draw up an individual plan if the patient consents. Work starts without ' +
        'delay.',
    },
    appliesTo: regionAndMunicipality,
  },
  '2017:612 4:3': {
    ...READ,
    title: { sv: 'Kallelse till SIP inom tre dagar', en: 'Call to SIP within three days' },
    text: {
      sv:
        'Den fasta vårdkontakten i regionens öppna vård ska kalla berörda enheter till ' +
        'samordnad individuell planering senast tre dagar efter underrättelsen om att patienten ' +
        'är utskrivningsklar. Gränsen gäller kallelsen, inte mötet.',
      en:
        "The fast vårdkontakt in the region's open care calls the units concerned to the " +
        'planning within three days of the notice that the patient is utskrivningsklar. The ' +
        'limit applies to the call, not to the meeting.',
    },
    appliesTo: openCare,
  },
  '2017:612 4:4': {
    ...READ,
    title: { sv: 'Gemensamma riktlinjer', en: 'Joint guidelines' },
    text: {
      sv: 'Regionen och kommunen ska tillsammans ta fram riktlinjer för samverkan vid utskrivning.',
      en:
        'The region and the municipality jointly write guidelines for collaboration at ' +
        'discharge.',
    },
    appliesTo: regionAndMunicipality,
  },
  '2017:612 4:5': {
    ...READ,
    title: {
      sv: 'Överenskommelse om annan tid och annat belopp',
      en: 'Agreement on another time and amount',
    },
    text: {
      sv:
        'Regionen och kommunen får komma överens om att betalningsansvaret ska börja en annan ' +
        'tid eller gälla ett annat belopp än lagen anger.',
      en:
        'The region and the municipality may agree that payment begins at another time or is of ' +
        'another amount than the act says.',
    },
    appliesTo: regionAndMunicipality,
  },
} as const satisfies Record<string, RuleEntry>;
