import type { Text } from './language';

/** Coming in, going over to another assignment, proving anew who one is. */
export const signInTexts = {
  signIn: { sv: 'Logga in', en: 'Sign in' },
  signOut: { sv: 'Logga ut', en: 'Sign out' },
  signInBy: { sv: 'Logga in med {name}', en: 'Sign in by {name}' },
  switchUser: { sv: 'Byt användare', en: 'Change user' },
  staff: { sv: 'Behörigheter', en: 'Permissions' },
  assignmentUntil: {
    sv: 'Ditt uppdrag gäller till {day}. Ring din förvaltare om du behöver det längre.',
    en: 'Your assignment ends {day}. Call whoever manages your unit if you need it longer.',
  },
  assignmentUnconfirmed: {
    sv: 'Ditt uppdrag låses {day} om din förvaltare inte bekräftar det. Ring din förvaltare.',
    en: 'Your assignment is locked {day} unless it is confirmed. Call whoever manages your unit.',
  },
  switchAssignment: { sv: 'Byt uppdrag', en: 'Change assignment' },
  chooseAssignment: { sv: 'Välj uppdrag', en: 'Choose assignment' },
  oneAssignment: {
    sv: 'Du arbetar i ett uppdrag i taget. Loggen visar vilket.',
    en: 'You work in one assignment at a time. The log shows which.',
  },
  refusedTitle: { sv: 'Inloggningen gick inte', en: 'You were not signed in' },
  refusedLoa: {
    sv: 'Du behöver logga in med en säkrare e-legitimation, till exempel SITHS-kort.',
    en: 'Sign in with a stronger electronic identification, a SITHS card for example.',
  },
  refusedCommission: {
    sv: 'Välj det medarbetaruppdrag som gäller din enhet. Saknas det, ring din chef eller förvaltare.',
    en: 'Choose the commission of your unit. If it is missing, call your manager.',
  },
  refusedUnknown: {
    sv: 'Du är inte upplagd här, eller så har ditt uppdrag upphört. Ring din enhets förvaltare.',
    en: 'You are not known here, or your assignment has ended. Call whoever manages your unit.',
  },
  refusedOther: {
    sv: 'Någon annan legitimerade sig än den som var inloggad. Logga ut först.',
    en: 'Somebody else proved who she is than who was signed in. Sign out first.',
  },
  refusedFresh: {
    sv: 'Du behöver legitimera dig på nytt. Försök igen med kort eller pinkod.',
    en: 'You must prove anew who you are. Try again with your card or PIN.',
  },
  refusedAgain: {
    sv: 'Svaret från inloggningstjänsten gick inte att använda. Försök igen.',
    en: 'The answer of the sign-in service could not be used. Try again.',
  },
  chooseUser: {
    sv: 'Välj vem du vill vara i övningen. Alla personer och patienter är påhittade.',
    en: 'Choose who you want to be. All people and patients are invented.',
  },
  filterUsers: {
    sv: 'Sök på namn, enhet eller kommun',
    en: 'Search by name, unit or municipality',
  },
  usersFound: { sv: '{count} personer', en: '{count} people' },
  noUserFound: {
    sv: 'Ingen heter så. Prova ett annat ord.',
    en: 'Nobody found. Try another word.',
  },
  noSignIn: {
    sv: 'Det går inte att logga in här ännu. Inloggning med e-tjänstekort är inte ansluten.',
    en: 'Sign-in is not available here yet. Sign-in by smart card is not connected.',
  },
  stepUp: { sv: 'Legitimera dig igen', en: 'Prove who you are again' },
  stepUpMeans: {
    sv: 'Öppnas i en ny flik. Det du skrev finns kvar här.',
    en: 'Opens in a new tab. What you wrote is kept here.',
  },
  stepUpAway: {
    sv: 'Legitimera dig i den nya fliken. Det du skrev finns kvar här.',
    en: 'Prove who you are in the new tab. What you wrote is kept here.',
  },
  stepUpDone: {
    sv: 'Klart: du har legitimerat dig. Det du skrev finns kvar. Skicka igen.',
    en: 'Done: you have proved who you are. What you wrote is kept. Send again.',
  },
  provedTitle: { sv: 'Du har legitimerat dig', en: 'You have proved who you are' },
  provedLead: {
    sv: 'Gå tillbaka till fliken du kom från: det du skrev finns kvar där. Den här fliken kan du stänga.',
    en: 'Go back to the tab you came from: what you wrote is kept there. You can close this tab.',
  },
  signInAgain: { sv: 'Logga in i en ny flik', en: 'Sign in in a new tab' },
} as const satisfies Record<string, Text>;
