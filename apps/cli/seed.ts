import { Seeder, type NothingToSeed, type Service } from '@hemgang/cases';
import { DEMO_COUNTY, demoCountyNumbers, inventedAnswers, noticeAddresses } from '@hemgang/demo';
import { localDate, type Language, type Text } from '@hemgang/kernel';
import { cannot, type Call, type Command, type Outcome } from './command';
import { demoLives } from './demo-lives';
import { onceASecond } from './progress';
import { withService } from './with-service';

/** Two processors wait less for each other with four cases under way than with two. */
const LANES = 4;
/** The rest must not be felt by those who use the demo meanwhile. */
const LANES_OF_REST = 1;

/** Who has entered the numbers of the demo's county. */
const PAYMENT_ADMINISTRATOR = 'susanne-agren-region-betalning';

const NOTHING: Readonly<Record<NothingToSeed, Text>> = {
  'holds-other-cases': {
    sv: 'Databasen innehåller redan ärenden. Inget har fyllts på.',
    en: 'The database holds cases already. Nothing was added.',
  },
  finished: {
    sv: 'Länet är redan på plats. Inget har fyllts på.',
    en: 'The county is in place already. Nothing was added.',
  },
};

/** Fills an empty demo with invented people whose cases have been lived through. */
export const seed: Command = {
  name: 'seed',
  usage: '--until-ready|--rest',
  summary: {
    sv: 'fyller en övning med påhittade ärenden: det som behövs först, eller resten av länet',
    en: 'fills a demo with invented cases: what is needed first, or the rest of the county',
  },
  switches: ['until-ready', 'rest'],
  operands: 0,
  async run(call) {
    if (call.switches.size !== 1) {
      return cannot(
        'Välj ett av --until-ready och --rest.',
        'Choose one of --until-ready and --rest.',
      );
    }
    const isRest = call.switches.has('rest');
    return withService(
      call,
      async (service, { mode }) =>
        mode === 'demo'
          ? fill(service, call, isRest)
          : cannot(
              'Påhittade ärenden finns bara i övningsläge.',
              'Invented cases exist in demo mode only.',
            ),
      LANES,
    );
  },
};

async function fill(service: Service, call: Call, isRest: boolean): Promise<Outcome> {
  const { lives, firstPart } = demoLives();
  const seeder = new Seeder(service, (progress) => service.seeding.record(progress));
  const begun = await seeder.begin(lives.length, DEMO_COUNTY);
  if (typeof begun === 'string') {
    return { code: 0, lines: [NOTHING[begun][call.language]], data: { nothing: begun } };
  }
  if (begun.done === 0) {
    await service.myNotices.begin(noticeAddresses(DEMO_COUNTY));
    await service.counted.numbers.enter(demoCountyNumbers(), PAYMENT_ADMINISTRATOR);
  }
  if (isRest) {
    await service.experience.beginning.begin(inventedAnswers(localDate(service.clock.now())));
  }
  const upTo = isRest ? lives.length : firstPart;
  const progress = await seeder.run(begun, {
    lives,
    upTo,
    now: () => service.clock.now(),
    reminds: false,
    lanes: isRest ? LANES_OF_REST : LANES,
    gently: isRest,
    stopping: call.stopping,
    onLived: onceASecond((done) => call.tell(progressLine(done, upTo, call.language))),
  });
  const data = { ...progress, stopped: progress.done < upTo };
  return { code: 0, lines: [progressLine(progress.done, upTo, call.language)], data };
}

function progressLine(lived: number, of: number, language: Language): string {
  const done = Math.min(lived, of);
  return language === 'sv'
    ? `Fyller på länet: ${done} av ${of} ärenden`
    : `Filling the county: ${done} of ${of} cases`;
}
