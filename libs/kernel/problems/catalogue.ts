import type { Text } from '../text';

/** What a caller is told (RFC 9457), before the particular case adds its own words. */
export interface Problem {
  /** HTTP status. */
  readonly status: number;
  readonly title: Text;
  /** What the person should do now. */
  readonly detail: Text;
}

/** Every refusal and failure the service can answer with. */
export const problems = {
  MALFORMED_JSON: {
    status: 400,
    title: { sv: 'Innehållet går inte att läsa', en: 'The content cannot be read' },
    detail: {
      sv: 'Det som skickades är inte giltig JSON. Ingenting har sparats.',
      en: 'What was sent is not valid JSON. Nothing was saved.',
    },
  },
  MALFORMED_REQUEST: {
    status: 400,
    title: { sv: 'Anropet går inte att tolka', en: 'The request cannot be understood' },
    detail: {
      sv: 'En uppgift i adressen eller i huvudet har fel form. Kontrollera den och försök igen.',
      en: 'A value in the address or in a header has the wrong form. Check it and try again.',
    },
  },
  IDEMPOTENCY_KEY_MISSING: {
    status: 400,
    title: { sv: 'Nyckeln mot dubbla anrop saknas', en: 'The idempotency key is missing' },
    detail: {
      sv: 'Skicka huvudet Idempotency-Key med ett eget värde för varje kommando.',
      en: 'Send the header Idempotency-Key with a value of its own for every command.',
    },
  },
  NOT_SIGNED_IN: {
    status: 401,
    title: { sv: 'Du är inte inloggad', en: 'You are not signed in' },
    detail: {
      sv: 'Logga in och försök igen. Det du skrev finns kvar på skärmen.',
      en: 'Sign in and try again. What you wrote is still on the screen.',
    },
  },
  CLIENT_REFUSED: {
    status: 401,
    title: { sv: 'Klienten godtas inte', en: 'The client is not accepted' },
    detail: {
      sv: 'Kontrollera klientens id, nyckel, klocka och adress. Varje intyg gäller en gång.',
      en: "Check the client's id, key, clock and address. Each assertion is good for once.",
    },
  },
  CROSS_SITE_REFUSED: {
    status: 403,
    title: { sv: 'Anropet kom inte från Hemgångs sidor', en: 'Not sent by a page of Hemgång' },
    detail: {
      sv: 'Öppna Hemgång på nytt och gör det därifrån. Ingenting har sparats.',
      en: 'Open Hemgång again and do it from there. Nothing was saved.',
    },
  },
  STEP_UP_NEEDED: {
    status: 403,
    title: { sv: 'Legitimera dig igen', en: 'Prove who you are again' },
    detail: {
      sv: 'Det här steget kräver att du nyss har legitimerat dig. Gör det och försök igen.',
      en: 'This step needs you to have just proved who you are. Do so and try again.',
    },
  },
  ROLE_NOT_ALLOWED: {
    status: 403,
    title: { sv: 'Din roll får inte göra detta', en: 'Your role may not do this' },
    detail: {
      sv: 'Be en kollega med rätt uppdrag, eller byt uppdrag om du har flera.',
      en: 'Ask a colleague with the right assignment, or change assignment if you have several.',
    },
  },
  SCOPE_MISSING: {
    status: 403,
    title: { sv: 'Klienten får inte göra detta', en: 'The client may not do this' },
    detail: {
      sv: 'Klientens behörighet täcker inte det här. Be er administratör om den som nämns.',
      en: 'The scopes of the client do not cover this. Ask your administrator for the one named.',
    },
  },
  PERSON_NEEDED: {
    status: 403,
    title: { sv: 'Det här gör en människa', en: 'A person does this' },
    detail: {
      sv: 'Någon ska svara för det här med sitt namn. Logga in och gör det själv.',
      en: 'Somebody must answer for this with her name. Sign in and do it yourself.',
    },
  },
  NOT_FOUND: {
    status: 404,
    title: { sv: 'Det finns inte här', en: 'Not found' },
    detail: {
      sv: 'Det du söker finns inte, eller så är din enhet inte part i ärendet.',
      en: 'What you look for does not exist, or your unit is not a party in the case.',
    },
  },
  LINK_NOT_FOUND: {
    status: 404,
    title: { sv: 'Länken finns inte', en: 'There is no such link' },
    detail: {
      sv: 'Kontrollera att hela länken kom med. Ring annars den enhet som skickade den.',
      en: 'Check that the whole link was copied. Otherwise call the unit that sent it.',
    },
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: { sv: 'Metoden används inte här', en: 'The method is not used here' },
    detail: {
      sv: 'Adressen finns men tar inte emot den HTTP-metoden. Se huvudet Allow.',
      en: 'The address exists but does not take that HTTP method. See the header Allow.',
    },
  },
  COMMAND_NOT_POSSIBLE: {
    status: 409,
    title: { sv: 'Det går inte i ärendets nuvarande läge', en: 'Not possible in this state' },
    detail: {
      sv: 'Något annat måste ske först, eller så är det redan gjort. Se vad som går att göra nu.',
      en: 'Something else must happen first, or it is already done. See what is possible now.',
    },
  },
  LINK_SPENT: {
    status: 409,
    title: { sv: 'Länken gäller inte längre', en: 'The link no longer holds' },
    detail: {
      sv: 'Den är använd, ersatt av en ny eller för gammal. Ring den enhet som skickade den.',
      en: 'It has been used, replaced by a new one or is too old. Call the unit that sent it.',
    },
  },
  BUSY: {
    status: 409,
    title: { sv: 'Många ändrar ärendet samtidigt', en: 'Many are changing the case at once' },
    detail: {
      sv: 'Ingenting har sparats. Försök igen om en liten stund.',
      en: 'Nothing was saved. Try again in a moment.',
    },
  },
  STAY_ALREADY_OPEN: {
    status: 409,
    title: { sv: 'Ett ärende är redan öppet', en: 'A case is already open' },
    detail: {
      sv: 'Patienten har redan ett öppet utskrivningsärende. Fortsätt i det.',
      en: 'The patient already has an open discharge case. Continue in that one.',
    },
  },
  VERSION_STALE: {
    status: 412,
    title: { sv: 'Ärendet har ändrats', en: 'The case has changed' },
    detail: {
      sv: 'Någon annan hann före. Läs ärendet på nytt och försök igen om det fortfarande behövs.',
      en: 'Somebody else was first. Read the case again and try again if it is still needed.',
    },
  },
  BODY_TOO_LARGE: {
    status: 413,
    title: { sv: 'Innehållet är för stort', en: 'The content is too large' },
    detail: {
      sv: 'Korta texten, eller välj en mindre fil, och försök igen. Ingenting har sparats.',
      en: 'Shorten the text, or choose a smaller file, and try again. Nothing was saved.',
    },
  },
  MEDIA_TYPE_UNSUPPORTED: {
    status: 415,
    title: { sv: 'Fel slags innehåll', en: 'Wrong kind of content' },
    detail: {
      sv: 'Skicka innehållet som application/json.',
      en: 'Send the content as application/json.',
    },
  },
  PAYLOAD_INVALID: {
    status: 422,
    title: { sv: 'Uppgifterna är inte kompletta eller rätta', en: 'The details are not right' },
    detail: {
      sv: 'Rätta de fält som är markerade och försök igen.',
      en: 'Correct the marked fields and try again.',
    },
  },
  RULE_REFUSED: {
    status: 422,
    title: { sv: 'En regel hindrar detta', en: 'A rule prevents this' },
    detail: {
      sv: 'Läs regeln som visas. Det som fattas måste vara på plats först.',
      en: 'Read the rule that is shown. What is missing must be in place first.',
    },
  },
  HANDOVER_AMBIGUOUS: {
    status: 422,
    title: { sv: 'Välj mottagare', en: 'Choose a receiver' },
    detail: {
      sv: 'Ärendet har flera mottagare. Ange vilken av dem det gäller.',
      en: 'The case has several receivers. Say which one is meant.',
    },
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: { sv: 'Nyckeln är redan använd', en: 'The key has been used' },
    detail: {
      sv: 'Samma Idempotency-Key har skickats med ett annat innehåll. Använd en ny nyckel.',
      en: 'The same Idempotency-Key was sent with another content. Use a new key.',
    },
  },
  TIME_REFUSED: {
    status: 422,
    title: { sv: 'Tiden kan inte stämma', en: 'The time cannot be right' },
    detail: {
      sv: 'Händelsen kan inte ligga i framtiden eller före ärendets början. Rätta tiden.',
      en: "The event cannot lie in the future or before the case's beginning. Correct the time.",
    },
  },
  TEST_NUMBER_REFUSED: {
    status: 422,
    title: { sv: 'Numret är ett testnummer', en: 'The number is a test number' },
    detail: {
      sv: 'Testnummer får inte användas för riktiga patienter. Kontrollera numret.',
      en: 'Test numbers may not be used for real patients. Check the number.',
    },
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    title: { sv: 'För många anrop', en: 'Too many requests' },
    detail: {
      sv: 'Vänta en stund och försök igen.',
      en: 'Wait a while and try again.',
    },
  },
  INTERNAL: {
    status: 500,
    title: { sv: 'Något gick fel hos oss', en: 'Something went wrong on our side' },
    detail: {
      sv: 'Läs ärendet på nytt för att se om ändringen sparades. Händer det igen, ring supporten.',
      en:
        'Read the case again to see whether the change was saved. If it happens again, call ' +
        'support.',
    },
  },
  PDF_UNAVAILABLE: {
    status: 503,
    title: { sv: 'Det går inte att göra en PDF här just nu', en: 'No PDF can be made here now' },
    detail: {
      sv: 'Öppna sidan i stället och skriv ut den från webbläsaren.',
      en: 'Open the page instead and print it from the browser.',
    },
  },
  SIGN_IN_UNAVAILABLE: {
    status: 503,
    title: { sv: 'Inloggningstjänsten svarar inte', en: 'The sign-in service does not answer' },
    detail: {
      sv: 'Försök igen om en stund. Följ reservrutinen om det är bråttom.',
      en: 'Try again in a while. Use the reserve routine when it is urgent.',
    },
  },
  UNAVAILABLE: {
    status: 503,
    title: { sv: 'Tjänsten svarar inte just nu', en: 'The service is not available' },
    detail: {
      sv: 'Försök igen om en stund. Är det bråttom, använd reservrutinen.',
      en: 'Try again in a while. If it is urgent, use the reserve routine.',
    },
  },
} as const satisfies Record<string, Problem>;

/** Stable names that clients may rely on; the words may improve. */
export type ProblemCode = keyof typeof problems;

/** The `type` of RFC 9457: `VERSION_STALE` becomes `urn:hemgang:problem:version-stale`. */
export function problemType(code: ProblemCode): string {
  return `urn:hemgang:problem:${code.toLowerCase().replaceAll('_', '-')}`;
}
