import { MINUTE_MS } from '@hemgang/kernel';
import { mailChannel, smsChannel } from '@hemgang/notify';
import { query, startMailCapture, startSmsCapture, type County } from '@hemgang/testing';

/** Something that has left the application, as the outside got it. */
export interface OutsideText {
  readonly channel: string;
  readonly text: string;
}

export interface Outside {
  /** Everything that left; another channel adds what it sent here, and is scanned with the rest. */
  readonly texts: readonly OutsideText[];
}

interface Patient {
  readonly number: string | null;
  readonly name: string;
  readonly address: string | null;
}

/** As many rows as the relay hands out in one job. */
const BATCH = 500;

/** Of a month's notices so many are sent, spread over all of it. */
const NOTICES_MAX = 2_500;

/** Gives everybody an address and a telephone, brings what waits and sends what comes of it. */
export async function postEverything({ service, databaseUrl }: County): Promise<Outside> {
  const [mails, provider] = await Promise.all([startMailCapture(), startSmsCapture()]);
  const { notify, clock, myNotices } = service;
  const people = service.directory().rows.staff.filter(({ machine }) => machine !== true);
  await myNotices.begin(
    people.map(({ id }) => ({ staff: id, mail: `${id}@hemgang.invalid`, phone: '+46701740605' })),
  );
  await query(databaseUrl, `update notice_wishes set sms_for = 'all'`);
  const waiting = await query<{ id: string }>(
    databaseUrl,
    `select id from outbox where job = 'deliver-notices' order by id`,
  );
  const every = Math.ceil(waiting.length / NOTICES_MAX);
  const rows = waiting.filter((_, index) => index % every === 0);
  for (let from = 0; from < rows.length; from += BATCH) {
    const ids = rows.slice(from, from + BATCH).map(({ id }) => Number(id));
    await notify.notifier.tell(ids, clock.now());
  }
  await service.advanceClock(2 * MINUTE_MS);
  const publicUrl = 'https://hemgang.example';
  const settings = { url: provider.url, user: 'u', password: 'p', from: 'Hemgang' };
  const channels = [
    mailChannel({ smtpUrl: mails.url, from: 'hemgang@hemgang.invalid' }),
    smsChannel(settings, notify.statusTokens, publicUrl),
  ];
  const postman = notify.postman({ channels, publicUrl, note: () => undefined });
  while (await postman.round());
  channels.forEach((channel) => channel.close());
  await Promise.all([mails.stop(), provider.stop()]);
  return {
    texts: [
      ...mails.mails.map(({ subject, text, raw }) => ({
        channel: 'mail',
        text: `${raw}\n${subject}\n${text}`,
      })),
      ...provider.texts.map(({ text, callBack }) => ({
        channel: 'sms',
        text: `${text}\n${callBack}`,
      })),
    ],
  };
}

/** What of patients stands in texts that left: the channel and which patient, by place in the list. */
export function leaksIn(
  texts: readonly OutsideText[],
  patients: readonly Patient[],
): readonly string[] {
  const marks = patients.flatMap((patient, index) =>
    marksOf(patient).map((mark) => ({ mark, index })),
  );
  return texts.flatMap(({ channel, text }) =>
    marks.filter(({ mark }) => text.includes(mark)).map(({ index }) => `${channel} ${index}`),
  );
}

/** A number with its century and without, with a dash and without; the name; the address. */
function marksOf({ number, name, address }: Patient): readonly string[] {
  const numbers =
    number === null ? [] : [number, number.slice(2), `${number.slice(0, 8)}-${number.slice(8)}`];
  return [...numbers, name, ...(address === null ? [] : [address])];
}
