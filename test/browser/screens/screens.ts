import { addDays, HOUR_MS, localDate, plusMs } from '@hemgang/kernel';
import { ANNA, HELENA, MARIA, PETER, SUSANNE } from '@hemgang/testing';
import { localInput, type BrowserTest } from '../browser.fixture';

/** One page of the service, and how somebody comes to look at it. */
export interface Screen {
  /** As in the web app's routes, or the address of a page without scripts. */
  readonly route: string;
  /** Whoever works with it; null: nobody has signed in. */
  readonly user: string | null;
  /** Its address where there is something on it. @param seeded a county that has been lived in */
  readonly full: (seeded: BrowserTest) => Promise<string>;
  /** Its address where there is nothing on it yet; absent when it never shows anything kept. */
  readonly empty?: (bare: BrowserTest) => Promise<string>;
}

/** The same address whatever is kept. */
function at(route: string, user: string | null): Screen {
  const address = () => Promise.resolve(route);
  return { route, user, full: address, empty: address };
}

/** A form, or words alone: nothing that is kept shows on it. */
function still(route: string, user: string | null): Screen {
  return { route, user, full: () => Promise.resolve(route) };
}

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

/** Of `2026-01`. */
const MONTH_LENGTH = 7;

const DAYS_OF_LOG = 30;

let told = 5_000;
/** Somebody of whom no other screen has told. */
const patient = () => (told += 1);

/** The first of what a reader's list holds. */
async function first(test: BrowserTest, user: string, path: string): Promise<string> {
  return firstOf((await test.read(user, path)) as Listed);
}

function firstOf({ items: [found] }: Listed): string {
  if (found === undefined) throw new Error('a county that has been lived in has one');
  return found.id;
}

const ofList = (user: string, path: string, address: (id: string) => string) => {
  return async (test: BrowserTest): Promise<string> => address(await first(test, user, path));
};

const stayOf = (user: string, after = '') =>
  ofList(user, 'discharges', (id) => `/arenden/${id}${after}`);

/** A stay of which its receivers have just been told. */
const justTold =
  (after = '') =>
  async (bare: BrowserTest) =>
    `/arenden/${await bare.told(ANNA, patient(), ['umea-bistand-norr'])}${after}`;

async function avvikelse(test: BrowserTest): Promise<string> {
  const about = await test.told(ANNA, patient(), ['umea-bistand-norr']);
  const kind = { category: 'lakemedel', consequence: 'risk' };
  const report = { about, to: 'nus-medicin-2', ...kind, text: 'Läkemedelslistan kom dagen efter.' };
  return `/avvikelser/${(await test.post(MARIA, 'avvikelser', report)).id}`;
}

/** As whoever has a code sees it. */
async function questionnaire(test: BrowserTest): Promise<string> {
  return (await test.post<{ path: string }>(MARIA, 'experience/invitations', {})).path;
}

/** What Umeå owes for the month that has ended. */
async function settlement(test: BrowserTest): Promise<string> {
  const firstOfMonth = `${localDate(await test.now()).slice(0, MONTH_LENGTH)}-01`;
  const month = addDays(firstOfMonth, -1).slice(0, MONTH_LENGTH);
  return `/avrakningar/${await test.settlement(SUSANNE, month)}`;
}

async function logReview(test: BrowserTest): Promise<string> {
  const to = localDate(await test.now());
  const period = { from: addDays(to, -DAYS_OF_LOG), to, size: 20 };
  return `/loggkontroll/${(await test.post(SUSANNE, 'access-log/reviews', period)).id}`;
}

async function person(test: BrowserTest): Promise<string> {
  const found = await test.post<Listed>(PETER, 'staff/search', { name: '' });
  return `/behorigheter/personal/${firstOf(found)}`;
}

/** After an outage of an hour, with a notice in it that nobody has answered to yet. */
async function reentered(test: BrowserTest): Promise<string> {
  const now = await test.now();
  const ago = (hours: number) => plusMs(now, -hours * HOUR_MS);
  const registered = { name: 'Maria Forsberg', channel: 'phone', at: ago(1.5) };
  const more = { admission: { occurredAt: ago(3) }, notice: { registered } };
  const stay = await test.told(ANNA, patient(), ['umea-bistand-norr'], more);
  const times = { fran: localInput(ago(2)), till: localInput(ago(1)) };
  return `/efter-avbrott?${new URLSearchParams({ ...times, arende: stay }).toString()}`;
}

const sheet = (path: 'discharges' | 'sips', id: string) => `/api/v1/${path}/${id}/patient-sheet`;

/** Some address of a case, of a message or of a link that nobody has. */
const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** Every page there is. A suite holds it against the routes of the web app. */
export const screens: readonly Screen[] = [
  at('/', MARIA),
  at('/arenden', ANNA),
  still('/arenden/ny', ANNA),
  {
    route: '/efter-avbrott',
    user: ANNA,
    full: reentered,
    empty: () => Promise.resolve('/efter-avbrott'),
  },
  { route: '/arenden/$id', user: ANNA, full: stayOf(ANNA), empty: justTold() },
  {
    route: '/arenden/$id/historik',
    user: ANNA,
    full: stayOf(ANNA, '/historik'),
    empty: justTold('/historik?at=2020-01-01T00:00:00Z'),
  },
  { route: '/arenden/$id/sip', user: HELENA, full: stayOf(HELENA, '/sip') },
  at('/sip', HELENA),
  still('/sip/ny', HELENA),
  {
    route: '/sip/$id',
    user: HELENA,
    full: ofList(HELENA, 'sips', (id) => `/sip/${id}`),
    empty: async (bare) => `/sip/${await bare.sip(HELENA, patient(), 'umea-bistand-norr')}`,
  },
  {
    route: '/sip/$id/historik',
    user: HELENA,
    full: ofList(HELENA, 'sips', (id) => `/sip/${id}/historik`),
    empty: async (bare) => {
      const id = await bare.sip(HELENA, patient(), 'umea-bistand-norr');
      return `/sip/${id}/historik?at=2020-01-01T00:00:00Z`;
    },
  },
  {
    route: '/sip/$id/plan',
    user: HELENA,
    full: ofList(HELENA, 'sips', (id) => `/sip/${id}/plan?lage=mote`),
    empty: async (bare) => `/sip/${await bare.sip(HELENA, patient(), 'umea-bistand-norr')}/plan`,
  },
  at('/avrakningar', SUSANNE),
  still('/avrakningar/ny', SUSANNE),
  {
    route: '/avrakningar/$id',
    user: SUSANNE,
    full: settlement,
    empty: async (bare) => `/avrakningar/${await bare.settlement(SUSANNE)}`,
  },
  at('/avvikelser', ANNA),
  at('/avvikelser/monster', SUSANNE),
  {
    route: '/avvikelser/$id',
    user: MARIA,
    full: avvikelse,
  },
  {
    route: '/avvikelser/ny/$type/$id',
    user: MARIA,
    full: ofList(MARIA, 'discharges', (id) => `/avvikelser/ny/discharges/${id}`),
  },
  at('/aviseringar', MARIA),
  { route: '/avisering/$id', user: MARIA, full: () => Promise.resolve(`/avisering/${NOBODYS}`) },
  still('/forsta-steg', ANNA),
  at('/tavla', ANNA),
  at('/prognos', MARIA),
  at('/oversikt', PETER),
  at('/statistik', PETER),
  at('/samverkansgrupp', PETER),
  at('/jour', PETER),
  still('/erfarenhet', MARIA),
  at('/utskick', SUSANNE),
  still('/uppdrag', MARIA),
  still('/legitimerad', MARIA),
  still('/nodoppning', ANNA),
  at('/granskning', SUSANNE),
  at('/loggkontroll', SUSANNE),
  {
    route: '/loggkontroll/$id',
    user: SUSANNE,
    full: logReview,
  },
  still('/loggutdrag', SUSANNE),
  at('/behorigheter', PETER),
  still('/behorigheter/ny', PETER),
  {
    route: '/behorigheter/personal/$id',
    user: PETER,
    full: person,
  },
  at('/behorigheter/enheter', PETER),
  at('/behorigheter/program', PETER),
  at('/behorigheter/webhookar', PETER),
  {
    route: '/behorigheter/webhookar/$id',
    user: PETER,
    full: () => Promise.resolve(`/behorigheter/webhookar/${NOBODYS}`),
  },
  at('/behorigheter/skydd', PETER),
  at('/behorigheter/bekrafta', PETER),
  {
    route: 'signing in',
    user: null,
    full: () => Promise.resolve('/'),
  },
  {
    route: 'the sheet of a patient',
    user: ANNA,
    full: ofList(ANNA, 'discharges', (id) => sheet('discharges', id)),
  },
  {
    route: 'the plan of a SIP on paper',
    user: HELENA,
    full: ofList(HELENA, 'sips', (id) => sheet('sips', id)),
  },
  { route: 'a one-time link', user: null, full: () => Promise.resolve('/start/nobody') },
  {
    route: 'a questionnaire',
    user: null,
    full: questionnaire,
  },
  {
    route: 'the statement on accessibility',
    user: null,
    full: () => Promise.resolve('/tillganglighet.html'),
  },
  {
    route: 'the forms for an outage',
    user: null,
    full: () => Promise.resolve('/reservblanketter.html'),
  },
  { route: 'an address without a page', user: MARIA, full: () => Promise.resolve('/finns-inte') },
];
