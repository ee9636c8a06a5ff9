import type { Draw } from './draw';

/** Why an invented patient lies on a ward, in the words of the papers that go home with her. */
export interface StayReason {
  /** Utskrivningsinformation to the receivers (2017:612 3:2). */
  readonly information: string;
  /** The patient's own summary (3:3). */
  readonly summary: string;
  /** The palliative team takes part after the stay. */
  readonly palliative?: true;
}

const HEART_FAILURE: StayReason = {
  information:
    'Hjärtsvikt med andfåddhet och bensvullnad, vätskedriven och mår bättre. Väg dagligen; ring ' +
    'hälsocentralen vid uppgång med mer än 2 kg på tre dagar. Läkemedelslistan är ändrad, ny ' +
    'dosdispensering från i morgon. Blodprov om en vecka.',
  summary:
    'Du har haft vatten i kroppen för att hjärtat orkar sämre. Väg dig varje morgon och skriv ' +
    'upp vikten. Hälsocentralen ringer dig om provet som tas om en vecka.',
};

const COPD: StayReason = {
  information:
    'Försämring av KOL, behandlad med kortison och antibiotika. Klarar gång inomhus med rollator, ' +
    'blir andfådd av trappor. Kortison trappas ut enligt läkemedelslistan. Behöver hjälp med ' +
    'dusch och inköp. Återbesök hos sjuksköterska om två veckor.',
  summary:
    'Din lungsjukdom hade blivit sämre av en infektion. Ta kortisonet enligt listan tills det är ' +
    'slut. Ring hälsocentralen om du blir mer andfådd eller får feber.',
};

const PNEUMONIA: StayReason = {
  information:
    'Lunginflammation, färdigbehandlad med antibiotika intravenöst, nu tabletter i fyra dagar till. ' +
    'Trött men uppe större delen av dagen. Behöver tillsyn vid måltider och hjälp med ' +
    'läkemedel. Lungröntgen om sex veckor, kallelse kommer.',
  summary:
    'Du har haft lunginflammation. Ta alla tabletter även om du känner dig frisk. Du får en ' +
    'kallelse till röntgen om ungefär sex veckor.',
};

const UROSEPSIS: StayReason = {
  information:
    'Urinvägsinfektion med blodförgiftning, god effekt av antibiotika. Kateter sitter kvar och ' +
    'byts av hemsjukvården om fyra veckor. Var förvirrad de första dagarna, nu som vanligt. ' +
    'Uppmuntra till att dricka. Kontroll av blodprov om tio dagar.',
  summary:
    'Du har haft en svår infektion från urinvägarna. Drick ordentligt och ta tabletterna tills de ' +
    'är slut. Katetern byts i hemmet om fyra veckor.',
};

const DIABETES: StayReason = {
  information:
    'Högt blodsocker vid infekterat fotsår. Insulin två gånger dagligen, doser enligt ' +
    'läkemedelslistan, behöver hjälp att ge sprutorna. Såret läggs om varannan dag enligt ' +
    'bifogat schema. Avlasta foten. Återbesök på fotmottagningen om två veckor.',
  summary:
    'Såret på foten hade blivit infekterat och ditt blodsocker var högt. Du får hjälp med insulin ' +
    'och omläggning hemma. Gå så lite som möjligt på foten tills såret har läkt.',
};

const FALL: StayReason = {
  information:
    'Upprepade fall i hemmet och lågt blodtryck. Två läkemedel är utsatta, se listan. Går säkert ' +
    'med rollator under tillsyn, behöver hjälp vid toalettbesök nattetid. Hembesök av ' +
    'arbetsterapeut önskas för genomgång av hjälpmedel.',
  summary:
    'Du har ramlat flera gånger, troligen för att blodtrycket varit lågt. Två av dina mediciner är ' +
    'borttagna. Res dig långsamt och använd rollatorn även inomhus.',
};

const CONFUSION: StayReason = {
  information:
    'Akut förvirring vid infektion hos patient med minnessvikt. Lugnare nu men behöver påminnas om ' +
    'mat, dryck och läkemedel och ska inte vara ensam nattetid de första dygnen. Närstående ' +
    'är informerade. Läkemedelsgenomgång på hälsocentralen inom en månad.',
  summary:
    'Du blev förvirrad av en infektion. Den är behandlad. Personal kommer till dig på morgon, ' +
    'middag och kväll, och hälsocentralen går igenom dina mediciner.',
};

const HIP_FRACTURE: StayReason = {
  information:
    'Höftfraktur, opererad. Får belasta fullt, går korta sträckor med gåbord eller rollator. ' +
    'Hjälp vid förflyttning, dusch och påklädning. Blodförtunnande sprutor till och med dag 28. ' +
    'Agraffer tas efter två veckor av distriktssköterska. Fortsatt träning behövs.',
  summary:
    'Du har brutit höften och blivit opererad. Du får gå på benet så mycket du orkar. Ta sprutorna ' +
    'varje dag i fyra veckor. Stygnen tas bort om två veckor.',
};

const KNEE_REPLACEMENT: StayReason = {
  information:
    'Planerad knäprotes utan komplikationer. Går med kryckor, klarar trappa. Smärtlindring enligt ' +
    'lista, trappas ut på två veckor. Omläggning vid behov, agraffer tas efter 14 dagar. ' +
    'Remiss till fysioterapeut är skickad.',
  summary:
    'Du har fått en ny knäled. Träna på att böja och sträcka flera gånger om dagen enligt ' +
    'programmet. Hör av dig om knät blir rött, varmt eller mer svullet.',
};

const STROKE: StayReason = {
  information:
    'Stroke med svaghet i höger sida och viss talsvårighet. Äter konsistensanpassad kost, ska ' +
    'sitta upp vid måltid. Förflyttar sig med hjälp av en person. Behöver fortsatt ' +
    'rehabilitering i hemmet. Blodtryck kontrolleras varje vecka i en månad.',
  summary:
    'Du har haft en stroke. Träningen fortsätter hemma med fysioterapeut och arbetsterapeut. ' +
    'Ring 112 genast om du får nya svårigheter att tala, se eller röra dig.',
};

const HEART_ATTACK: StayReason = {
  information:
    'Hjärtinfarkt, behandlad med ballongvidgning. Ny dubbel blodförtunnande behandling i tolv ' +
    'månader, får inte avbrytas. Klarar sig själv inomhus men blir trött. Hjälp med städning ' +
    'och inköp den första månaden. Återbesök på hjärtmottagningen är bokat.',
  summary:
    'Du har haft en hjärtinfarkt och fått ett kärl vidgat. Ta de nya medicinerna varje dag. Ring ' +
    '112 om du får bröstsmärta som inte ger sig.',
};

const ABDOMINAL_SURGERY: StayReason = {
  information:
    'Opererad i tarmen, har fått stomi. Sköter påsbytet med stöd, behöver hjälp de första veckorna ' +
    'enligt stomiterapeutens plan. Inga tunga lyft i sex veckor. Näringsdryck två gånger om ' +
    'dagen. Vikt en gång i veckan.',
  summary:
    'En del av tarmen är bortopererad och du har fått en stomi. Hemsjukvården hjälper dig med ' +
    'påsbytena tills du klarar det själv. Lyft inget tungt på sex veckor.',
};

const CANCER: StayReason = {
  information:
    'Spridd cancersjukdom, vården är nu inriktad på lindring. Smärtpump är inställd och sköts av ' +
    'palliativa teamet tillsammans med hemsjukvården. Trygghetsordinationer finns i hemmet. ' +
    'Patient och närstående vill vara hemma och är informerade om vem de ringer.',
  summary:
    'Vi hjälps åt för att du ska ha det så bra som möjligt hemma. Palliativa teamet och ' +
    'hemsjukvården kan du ringa dygnet runt. Numren står på lappen du har fått.',
  palliative: true,
};

const GENERAL = [HEART_FAILURE, COPD, PNEUMONIA, UROSEPSIS, DIABETES, FALL, CONFUSION, CANCER];

/** Parts of ward ids and what brings people there; anything else is a medical ward. */
const OF_WARD: readonly (readonly [part: RegExp, reasons: readonly StayReason[]])[] = [
  [/ortopedi/, [HIP_FRACTURE, HIP_FRACTURE, KNEE_REPLACEMENT]],
  [/stroke|neuro/, [STROKE]],
  [/hjarta|thorax/, [HEART_ATTACK, HEART_FAILURE]],
  [/kirurgi/, [ABDOMINAL_SURGERY, CANCER]],
  [/urologi|infektion/, [UROSEPSIS, PNEUMONIA]],
  [/lungmedicin/, [COPD, PNEUMONIA]],
  [/onkologi|hematologi/, [CANCER]],
  [/geriatrik|rehab/, [FALL, CONFUSION, STROKE, HIP_FRACTURE]],
];

/** A reason that fits the ward. */
export function reasonFor(ward: string, draw: Draw): StayReason {
  const [, reasons] = OF_WARD.find(([part]) => part.test(ward)) ?? [ward, GENERAL];
  return draw.of(reasons);
}
