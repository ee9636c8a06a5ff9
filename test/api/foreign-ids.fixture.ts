import { addDays, HOUR_MS, localDate, plusMs } from '@hemgang/kernel';
import {
  ANNA,
  MARIA,
  PETER,
  query,
  settled as settledLog,
  SUSANNE,
  type County,
} from '@hemgang/testing';
import { exportJWK, generateKeyPair } from 'jose';
import type { ApiServer } from './api-server.fixture';
import { keptFile } from './files.fixture';

const DAY_MS = 24 * HOUR_MS;

/** Of another ward of Anna's controller. */
const JOHAN = 'johan-holmgren-nus-geriatrik-1';

/** Proof of who one is, for as long as any spec runs. */
const PROVEN_UNTIL = '2199-01-01T00:00:00Z';

/** What exists and is somebody's, by the part of an address that its id follows. */
export type Existing = Readonly<Record<string, string>>;

/**
 * One thing of every kind that an address can name: cases of each type and their parts, and what
 * administrators keep. All of it is Region Västerbotten's or Umeå's.
 */
export async function somethingOfOthers(api: ApiServer): Promise<Existing> {
  const { county } = api;
  const stay = await stayWithReceivers(county);
  const { caseId: sip } = await county.sip();
  const settlement = await settled(county);
  const incident = await struckByMistake(county);
  for (const user of [ANNA, SUSANNE]) await api.token(user);
  await stepUpEverybody(county);
  const [session] = await query<{ id: string }>(
    county.databaseUrl,
    `select id::text from sessions where assignment = '${ANNA}' limit 1`,
  );
  return {
    ...{ discharges: stay, handovers: 'h2-1', attachments: await keptFile(api, stay, ANNA) },
    sips: sip,
    previews: 'correct',
    ...{ settlements: settlement, versions: '1', rows: await rowOf(api, settlement) },
    avvikelser: await reported(county, stay),
    incidents: incident,
    sessions: session?.id ?? '',
    ...{ staff: 'anna-lundgren', assignments: ANNA, 'own-units': 'nus-medicin-2' },
    'machine-clients': await program(api),
    webhooks: await webhook(api),
    watches: await watch(api),
    absences: await absence(api),
    'saved-views': await savedView(api),
    ...(await ofJointGroup(api)),
    'notice-messages': await message(county, stay),
    'emergency-openings': await openedInEmergency(county),
    ...(await followedUp(api, SUSANNE)),
  };
}

/** Whoever has proved who she is once more is refused for what she asks, not for that. */
export async function stepUpEverybody({ databaseUrl }: County): Promise<void> {
  await query(databaseUrl, `update sessions set stepped_up_until = '${PROVEN_UNTIL}'`);
}

/** A selection of the log by an administrator, and a line of it. */
export async function followedUp(
  api: ApiServer,
  user: string,
): Promise<{ readonly reviews: string; readonly lines: string }> {
  const day = localDate(api.county.service.clock.now());
  const period = { from: day, to: day, size: 3 };
  const made = await api.post('/api/v1/access-log/reviews', period, user);
  const { id } = made.body as { readonly id: string };
  const shown = await api.get(`/api/v1/access-log/reviews/${id}/lines`, user);
  const { items } = shown.body as { readonly items: readonly { readonly line: string }[] };
  return { reviews: id, lines: items[0]?.line ?? '' };
}

async function stayWithReceivers(county: County): Promise<string> {
  const at = (hours: number) => plusMs(county.service.clock.now(), hours * HOUR_MS);
  const needs = { socialServices: true, municipalHealthCare: true, openCare: true };
  const { caseId } = await county.admit({ ...county.admission(), needs });
  await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
    receivers: ['umea-bistand-norr', 'umea-hemsjukvard-norr', 'ersboda-halsocentral'],
    expectedDischargeAt: at(24),
  });
  const judgement = { physician: 'Erik Sandström', judgedAt: at(0) };
  await county.give(caseId, 'mark-utskrivningsklar', ANNA, judgement);
  const start = { startAt: at(3), executor: 'umea-norrskenet-hemtjanst' };
  await county.give(caseId, 'plan-start', MARIA, start);
  return caseId;
}

async function settled(county: County): Promise<string> {
  const admission = county.admission();
  const ofUmea = { ...(admission['patient'] as object), municipality: '2480' };
  const { caseId } = await county.told({ ...admission, patient: ofUmea });
  const judgedAt = county.service.clock.now();
  await county.give(caseId, 'acknowledge', MARIA);
  await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
  await county.service.advanceClock(6 * DAY_MS);
  await county.give(caseId, 'discharge', ANNA);
  const month = localDate(county.service.clock.now()).slice(0, 7);
  await county.service.advanceClock(35 * DAY_MS);
  const opened = await county.open('settlements', { municipality: '2480', month }, SUSANNE);
  return opened.caseId;
}

/** Maria reports Anna's ward. */
async function reported(county: County, stay: string): Promise<string> {
  const values = { category: 'information-saknades', consequence: 'ingen' };
  const body = { about: stay, to: 'nus-medicin-2', ...values };
  return (await county.open('avvikelser', body, MARIA)).caseId;
}

async function rowOf(api: ApiServer, settlement: string): Promise<string> {
  const { body } = await api.get(`/api/v1/settlements/${settlement}`, SUSANNE);
  const { rows } = (body as { settlement: { rows: readonly { readonly id: string }[] } })
    .settlement;
  return rows[0]?.id ?? '';
}

async function struckByMistake(county: County): Promise<string> {
  const { caseId } = await county.told();
  await county.give(caseId, 'strike-wrong-person', ANNA, { reason: 'Fel person valdes.' });
  const rows = await query<{ id: number }>(
    county.databaseUrl,
    `select id from outbox where case_id = '${caseId}' and job = 'draft-incident'`,
  );
  const now = county.service.clock.now();
  await county.service.incidentDrafts.draft(
    rows.map(({ id }) => id),
    now,
  );
  const [draft] = await query<{ id: string }>(
    county.databaseUrl,
    `select id::text from incidents where case_id = '${caseId}'`,
  );
  return draft?.id ?? '';
}

async function program(api: ApiServer): Promise<string> {
  const { publicKey } = await generateKeyPair('ES256', { extractable: true });
  const wish = {
    ...{ name: 'Journalen', unit: 'nus-medicin-2', roles: ['ward-staff'], scopes: ['read'] },
    keys: [{ ...(await exportJWK(publicKey)), kid: 'ett' }],
  };
  const { body } = await api.post('/api/v1/machine-clients', wish, SUSANNE);
  return (body as { readonly subject: string }).subject;
}

async function webhook(api: ApiServer): Promise<string> {
  const wish = { url: 'https://system.example/hook', kinds: ['case.told'] };
  const { body } = await api.post('/api/v1/webhooks', wish, SUSANNE);
  return (body as { readonly subject: string }).subject;
}

async function watch(api: ApiServer): Promise<string> {
  const wish = { name: 'Jour Medicin', units: ['nus-medicin-2'], mayDecide: true, turns: [] };
  const { body } = await api.post('/api/v1/watches', wish, SUSANNE);
  return (body as { readonly subject: string }).subject;
}

/** Anna will be away. */
async function absence(api: ApiServer): Promise<string> {
  const now = api.county.service.clock.now();
  const wish = { staff: null, from: plusMs(now, DAY_MS), until: plusMs(now, 2 * DAY_MS) };
  const { body } = await api.post('/api/v1/absences', wish, ANNA);
  return (body as { readonly subject: string }).subject;
}

/** The municipality's joint group, in which nobody of another one sits. */
async function ofJointGroup(
  api: ApiServer,
): Promise<{ readonly packs: string; readonly 'agreed-measures': string }> {
  const place = 'municipality:2480';
  const { counted, clock } = api.county.service;
  await settledLog(api.county.databaseUrl);
  while (await counted.keeping.round());
  const month = addDays(localDate(clock.now()), -31).slice(0, 'YYYY-MM'.length);
  await api.post('/api/v1/packs', { place, month }, PETER);
  const dates = { due: '2099-01-01', lookAgain: '2099-01-01' };
  const measure = { place, words: 'Fler platser', owner: 'kommun-2480', role: 'administrator' };
  const { body } = await api.post('/api/v1/agreed-measures', { ...measure, ...dates }, PETER);
  const { editions, agreed } = body as Record<string, readonly { readonly id: string }[]>;
  return { packs: editions?.[0]?.id ?? '', 'agreed-measures': agreed?.[0]?.id ?? '' };
}

/** Anna shares a view with her unit. */
async function savedView(api: ApiServer): Promise<string> {
  const query = { visa: 'late', ordna: 'uppgifter' };
  const view = { name: 'Sent hos oss', query, shared: true };
  const { body } = await api.post('/api/v1/saved-views', view, ANNA);
  return (body as { readonly items: readonly { readonly id: string }[] }).items[0]?.id ?? '';
}

/** Anna was told of a stay by e-mail. */
async function message({ databaseUrl }: County, stay: string): Promise<string> {
  const [sent] = await query<{ message: string }>(
    databaseUrl,
    `insert into deliveries (key, notice, case_id, unit, staff, channel, acute, status, created_at,
                             send_at, message)
     values ('r11', 1, $1, 'nus-medicin-2', 'anna-lundgren', 'mail', false, 'sent', now(), now(),
             gen_random_uuid())
     returning message`,
    [stay],
  );
  return sent?.message ?? '';
}

async function openedInEmergency(county: County): Promise<string> {
  const admission = county.admission();
  await county.admit(admission);
  const { number } = admission['patient'] as { readonly number: string };
  const reader = { ...county.reader(JOHAN), steppedUpUntil: PROVEN_UNTIL };
  const wish = { number, reason: 'treats-now', words: 'Akut.' } as const;
  const opened = await county.service.guards.emergencies.open(reader, wish);
  if ('code' in opened) throw new Error(`refused: ${opened.code}`);
  return opened.id;
}
