import { inBoth, type Words } from '../in-both';
import { useLanguage, type Text } from '../language';

/** Texts of writing a plan together. */
const texts = {
  open: { sv: 'Skriv planen tillsammans', en: 'Write the plan together' },
  toSip: { sv: 'Till SIP:en', en: 'To the SIP' },
  heading: { sv: 'Nästa version av planen', en: 'Next version of the plan' },
  meetingOn: { sv: 'Mötesläge', en: 'Meeting mode' },
  meetingOff: { sv: 'Lämna mötesläget', en: 'Leave meeting mode' },
  whose: { sv: 'Vem skriver', en: 'Who writes' },
  nobody: { sv: 'Ingen skriver just nu.', en: 'Nobody is writing.' },
  youWrite: {
    sv: 'Du skriver. Det du skriver sparas hela tiden.',
    en: 'You write. It is saved as you go.',
  },
  writes: { sv: '{name} skriver ({unit}).', en: '{name} is writing ({unit}).' },
  begin: { sv: 'Börja skriva', en: 'Begin to write' },
  takeOver: { sv: 'Ta över från {name}', en: 'Take over from {name}' },
  release: { sv: 'Lämna över', en: 'Hand over' },
  noDraft: {
    sv: 'Det finns inget utkast. Det som skrivs här ser alla enheter som deltar, men det är ingen plan förrän den skickas.',
    en: 'There is no draft. All units that take part see what is written here, but it is no plan until it is sent.',
  },
  mayNot: {
    sv: 'Här går det inte att skriva nu: det krävs ett gällande samtycke, och en roll som deltar i SIP:en.',
    en: 'Nothing can be written here now: it takes a consent in force and a role that takes part.',
  },
  savedBy: {
    sv: 'Senast sparat {time} av {name} ({unit}).',
    en: 'Last saved {time} by {name} ({unit}).',
  },
  waiting: { sv: 'Sparar …', en: 'Saving …' },
  saved: { sv: 'Sparat {time}.', en: 'Saved {time}.' },
  notSaved: { sv: 'Inte sparat: {why}', en: 'Not saved: {why}' },
  again: { sv: 'Försök igen', en: 'Try again' },
  unsent: {
    sv: 'Turen gick till någon annan innan det här hann sparas',
    en: 'The turn went to somebody else before this was saved',
  },
  useMine: { sv: 'Ta över och lägg in min text', en: 'Take over and put in my text' },
  sendBy: {
    sv: 'Planen skickas av den enhet som leder SIP:en: {unit}.',
    en: 'The plan is sent by the unit that leads the SIP: {unit}.',
  },
  goalNumber: { sv: 'Mål {n}: {goal}', en: 'Goal {n}: {goal}' },
  noMeasures: {
    sv: 'Ingen insats hör till målet.',
    en: 'No measure belongs to this goal.',
  },
  otherMeasures: { sv: 'Insatser utan mål', en: 'Measures without a goal' },
  agenda: { sv: 'Dagordning', en: 'Agenda' },
  agendaConsent: { sv: 'Erbjudande och samtycke: {state}', en: 'Offer and consent: {state}' },
  agendaGoals: { sv: 'Vad är viktigt, och mål', en: 'What matters, and goals' },
  agendaMeasures: { sv: 'Insatser: vem gör vad, och när', en: 'Measures: who does what, and when' },
  agendaFollowUp: { sv: 'Uppföljning och nästa möte', en: 'Follow-up and next meeting' },
  present: { sv: 'Vilka är här', en: 'Who is here' },
  presentOthers: { sv: 'Andra som är här', en: 'Others who are here' },
  compare: { sv: 'Jämför två versioner', en: 'Compare two versions' },
  earlier: { sv: 'Tidigare version', en: 'Earlier version' },
  later: { sv: 'Senare version', en: 'Later version' },
  noDifference: { sv: 'Versionerna är lika.', en: 'The versions are the same.' },
  gone: { sv: 'Borttaget', en: 'Removed' },
  come: { sv: 'Nytt', en: 'New' },
  changed: { sv: 'Ändrat', en: 'Changed' },
  approvals: { sv: 'Justering', en: 'Approval' },
  approvalOf: { sv: 'Enhet och huvudman', en: 'Unit and authority' },
  versionNumber: { sv: 'Version', en: 'Version' },
  answer: { sv: 'Svar', en: 'Answer' },
  approvedAt: { sv: 'Godkänd {time}.', en: 'Approved {time}.' },
  reservedAt: { sv: 'Godkänd med reservation {time}.', en: 'Approved with a reservation {time}.' },
  notLatest: {
    sv: 'Har inte svarat på den senaste versionen.',
    en: 'Has not answered the latest version.',
  },
} satisfies Readonly<Record<string, Text>>;

const words = inBoth(texts);

type PlanTexts = Words<typeof texts>;

/** The texts in the reader's language. */
export function usePlanTexts(): PlanTexts {
  return words[useLanguage().language];
}
