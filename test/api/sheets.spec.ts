import { createHash } from 'node:crypto';
import type { Reader } from '@hemgang/access';
import { DEMO_COUNTY, demoPatient } from '@hemgang/demo';
import { escaped, HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA, describeWith, HELENA, MARIA, PETER, query, SUSANNE } from '@hemgang/testing';
import { timeInWords } from '../../apps/api/pages/sheet-words';
import { ApiServer, type Answer } from './api-server.fixture';

const SARA = 'sara-wiklund-umea-hemsjukvard-norr';
const JOHAN = 'johan-holmgren-nus-geriatrik-1';
const RECEIVERS = ['umea-bistand-norr', 'umea-hemsjukvard-norr', 'ersboda-halsocentral'];
const EXECUTOR = 'umea-hemtjanst-norr';
const WRITTEN = 'Vårdad för lunginflammation. Tar antibiotika till onsdag.';

/** A page as it is read: without tags, in one line. */
function read({ text }: Answer): string {
  return text
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,])/g, '$1');
}

const unit = (id: string) => {
  const { name = '', phone = '' } = DEMO_COUNTY.units.find((each) => each.id === id) ?? {};
  return { name: escaped(name), phone };
};

describe('sheets for the person herself', () => {
  let api: ApiServer;
  let stay: string;
  let sip: string;
  let name: string;
  const hours = (h: number) => plusMs(api.county.service.clock.now(), h * HOUR_MS);
  const times: Record<'leaves' | 'helped' | 'nursed' | 'seen', string> = {
    ...{ leaves: '', helped: '', nursed: '', seen: '' },
  };
  const give = (command: string, user: string, body: object = {}) =>
    api.county.give(stay, command, user, body);
  const sheet = (user: string, query = '', path = `discharges/${stay}`) =>
    api.get(`/api/v1/${path}/patient-sheet${query}`, user);

  beforeAll(async () => {
    api = await ApiServer.start();
    const { county } = api;
    const admission = county.admission();
    ({ name } = admission['patient'] as { name: string });
    const needs = { socialServices: true, municipalHealthCare: true, openCare: true };
    ({ caseId: stay } = await county.admit({ ...admission, needs }));
    sip = (await county.sip()).caseId;
  });
  afterAll(() => api.stop());

  const lines = async (): Promise<{ action: string; staff: string; person: boolean }[]> =>
    query(
      api.county.databaseUrl,
      `select action, staff, person is not null as person from access_log
       where action like '%patient-sheet' order by id`,
    );

  it('say what is not known yet, and whom to ask', async () => {
    const page = read(await sheet(ANNA));
    expect(page).toContain(name);
    expect(page).toContain('Vi vet inte ännu när du åker. Fråga på avdelningen.');
    expect(page).toContain('Vi vet inte ännu vart du åker. Fråga på avdelningen.');
    expect(page).toContain('Vi vet inte ännu vem som kommer. Fråga på avdelningen.');
    times.leaves = hours(72);
    const notice = { receivers: RECEIVERS, expectedDischargeAt: times.leaves };
    await give('send-inskrivningsmeddelande', ANNA, notice);
    const told = read(await sheet(ANNA));
    expect(told.split('Vi vet inte ännu vilken tid. Fråga på avdelningen.')).toHaveLength(4);
    expect(told).toContain('Vi vet inte ännu vem som är din fasta vårdkontakt.');
    expect(told).toContain('Du har rätt att få veta vilken vård du har fått.');
  });

  it('tell what, when, who and which number, in Swedish and in English', async () => {
    Object.assign(times, { helped: hours(80), nursed: hours(90), seen: hours(150) });
    await give('appoint-fast-vardkontakt', HELENA, { name: 'Maria Öberg', phone: '0980-319 217' });
    const judgedAt = api.county.service.clock.now();
    await give('mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    await give('plan-start', MARIA, { startAt: times.helped, executor: EXECUTOR });
    await give('plan-start', SARA, { startAt: times.nursed });
    await give('book-contact', HELENA, { contactAt: times.seen });
    await give('plan-destination', ANNA, { destination: 'own-home' });
    await give('send-utskrivningsinformation', ANNA, { way: 'here', text: WRITTEN });
    await give('tick-readiness', ANNA, { item: 'medicines', status: 'done' });
    await give('tick-readiness', ANNA, { item: 'aids', status: 'not-needed' });
    const dueDate = times.leaves.slice(0, 10);
    await give('take-on', MARIA, { text: 'Vi hämtar nyckeln.', dueDate, dueTime: '15:00' });
    for (const language of ['sv', 'en'] as const) {
      const page = read(await sheet(ANNA, `?language=${language}`));
      for (const at of Object.values(times)) expect(page).toContain(timeInWords(at, language));
      for (const each of [...RECEIVERS, EXECUTOR].map(unit)) {
        expect(page).toContain(`${each.name}, ${each.phone}`);
      }
      for (const words of ['Maria Öberg', '0980-319 217', WRITTEN, 'Vi hämtar nyckeln.']) {
        expect(page).toContain(words);
      }
      expect(page.includes('Vi vet inte') || page.includes('We do not know')).toBe(false);
    }
    const page = read(await sheet(MARIA));
    expect(page).toContain('☑ Jag har mina mediciner med mig. Klart.');
    expect(page).toContain('☐ Jag har min nyckel.');
    expect(page).not.toContain('hjälpmedel');
  });

  it('have a number that answers on the day, and it leads to the alarm that nobody came', async () => {
    const ward = unit('nus-medicin-2');
    const page = read(await sheet(ANNA));
    expect(page).toContain(
      `Du har legat på ${ward.name}. ${ward.phone} Avdelningen svarar dygnet runt.`,
    );
    expect(page).toContain(`ingen har kommit? Ring avdelningen: ${ward.phone}.`);
    await give('discharge', ANNA);
    const { view } = await give('register-call', ANNA, {
      ...{
        calledBy: 'patient',
        outcome: 'nobody-came',
        handover: await handoverOf('umea-bistand-norr'),
      },
    });
    expect(view.handovers.map(({ word }) => word)).toContain('nobody-came');
    const left = read(await sheet(ANNA));
    expect(left).toContain('Du åkte från avdelningen');
    expect(left).toContain('Ingen har kommit ännu.');
    const { allowedCommands } = (
      await give('register-call', ANNA, {
        ...{
          calledBy: 'relative',
          outcome: 'started',
          handover: await handoverOf('umea-bistand-norr'),
        },
      })
    ).view;
    expect(allowedCommands.map(({ name: command }) => command)).toContain('register-call');
    expect(read(await sheet(ANNA))).toContain('Det har börjat.');
  });

  const handoverOf = async (receiver: string): Promise<string> => {
    const found = await api.county.service.views.case('discharges', stay, api.county.reader(ANNA));
    const { handovers = [] } = found as { handovers?: { id: string; unit: { id: string } }[] };
    return handovers.find((each) => each.unit.id === receiver)?.id ?? '';
  };

  it('come in large print and with headings in another language, each marked as what it is', async () => {
    const large = (await sheet(ANNA, '?print=large&headings=se')).text;
    expect(large).toContain('<html lang="sv" class="large">');
    expect(large).toContain('<span class="other" lang="se">Jus ii oktage boađe</span>');
    expect((await sheet(ANNA, '?headings=fi')).text).toContain('lang="fi">Jos kukaan ei tule');
    const address = /href="\?([^"]*)"/.exec(large)?.[1] ?? '';
    expect((await sheet(ANNA, `?${address.replaceAll('&amp;', '&')}`)).status).toBe(200);
    for (const wrong of [
      'language=de',
      'print=a5',
      'headings=sv',
      'format=doc',
      'print=a4&print=a4',
    ]) {
      expect((await sheet(ANNA, `?${wrong}`)).status).toBe(422);
    }
  });

  it('hold no script, and no other style than the one that the policy knows', async () => {
    for (const page of [await sheet(ANNA), await sheet(HELENA, '', `sips/${sip}`)]) {
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(page.text).not.toMatch(
        /<script|<iframe|<object|<img|\son\w+=|style="|javascript:|src=/i,
      );
      const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page.text) ?? [];
      const hash = createHash('sha256').update(style).digest('base64');
      expect(page.headers.get('content-security-policy')).toBe(
        `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; ` +
          "frame-ancestors 'none'; object-src 'none'",
      );
    }
  });

  it('have their own line in the log, with whose they are', async () => {
    const before = (await lines()).length;
    await sheet(MARIA);
    await sheet(HELENA, '', `sips/${sip}`);
    expect((await lines()).slice(before)).toEqual([
      { action: 'read:patient-sheet', staff: 'maria-forsberg', person: true },
      { action: 'read:patient-sheet', staff: 'helena-burman', person: true },
    ]);
  });

  it('are not for who takes no part, only carries out, or only administers, and that is logged', async () => {
    const [executing] = DEMO_COUNTY.assignments.filter((each) => each.unit === EXECUTOR);
    for (const user of [JOHAN, SUSANNE, PETER, executing?.id ?? '']) {
      const before = (await lines()).length;
      const answer = await sheet(user);
      expect([user, answer.status]).toEqual([user, 404]);
      expect(answer.text).not.toContain(name);
      expect((await lines()).slice(before)).toMatchObject([
        { action: 'refused:read:patient-sheet' },
      ]);
    }
    for (const path of [`sips/${stay}`, `discharges/${sip}`]) {
      expect((await sheet(ANNA, '', path)).status).toBe(404);
    }
    const administers: Reader = { ...api.county.reader(ANNA), purpose: 'administration' };
    expect(await api.county.service.views.sheet('discharges', stay, administers)).toEqual({
      code: 'ROLE_NOT_ALLOWED',
    });
  });

  it('name nobody whose identity is protected, not even to the named, and hold no word of her', async () => {
    const { county } = api;
    const { number } = demoPatient(901);
    const hidden = { number, name: 'Gömdis Markörström', address: 'Markörgränd 41' };
    const patient = { ...hidden, municipality: '0980', protection: 'marked' };
    const { caseId } = await county.told({ ...county.admission(), patient });
    const disclosure = { ground: 'CONSENT', reason: 'Hon har sagt ja.' };
    const written = { way: 'here', text: WRITTEN, disclosure };
    await county.give(caseId, 'send-utskrivningsinformation', ANNA, written);
    await county.give(caseId, 'take-on', ANNA, { text: WRITTEN, dueDate: '2099-01-01' });
    const { staff } = county.reader(ANNA);
    const fresh = { ...county.reader(ANNA), steppedUpUntil: hours(9_000) };
    await county.service.guards.protection.nameContacts(fresh, {
      ...{ caseId, staff: [staff, 'erik-sandstrom'], phone: '090-785 00 00' },
    });
    const shown = await county.service.views.case('discharges', caseId, fresh);
    expect(shown).toMatchObject({ patient: { name: hidden.name } });
    const page = await sheet(ANNA, '', `discharges/${caseId}`);
    for (const secret of ['Gömdis', 'Markör', hidden.number, WRITTEN]) {
      expect(page.text).not.toContain(secret);
    }
    expect(read(page)).toContain('Ditt namn står inte här. Dina uppgifter är skyddade.');
    expect(read(page)).toContain(unit('umea-bistand-norr').phone);
  });

  it('are not printed for somebody who has died, or when nothing ended with going home', async () => {
    const { caseId } = await api.county.told();
    await api.county.give(caseId, 'register-death', ANNA);
    const answer = await sheet(ANNA, '', `discharges/${caseId}`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(answer.text).toContain('slutade inte med en hemgång');
  });

  it('tell a plan in the words that were written with the person, with where its measures stand', async () => {
    const { county } = api;
    const to = (command: string, body: object = {}) =>
      county.giveAt('sips', sip, command, HELENA, body);
    expect(read(await sheet(HELENA, '', `sips/${sip}`))).toContain('Planen är inte skriven ännu.');
    await to('offer-sip');
    await to('record-consent', { givenBy: 'person', way: 'spoken', scope: 'Allt.' });
    const at = hours(72);
    await to('call', {
      units: ['umea-bistand-norr'],
      meeting: { at, way: 'home' },
      place: 'Köket.',
    });
    const commands = county.service.registry.byPath('sips')?.definition.commands ?? [];
    const example = commands.find((each) => each.name === 'draft-plan')?.example ?? {};
    const { measures } = example as { readonly measures: readonly { readonly goal: number }[] };
    const { goal, ...free } = measures[0] ?? { goal: 0 };
    await to('draft-plan', {
      ...example,
      measures: [
        { ...free, id: 'i2', what: 'Färdtjänst.' },
        { ...free, goal },
      ],
      ownActions: ['Jag går ut varje dag.'],
      crisisPlan: 'Ring Eva.',
    });
    await to('report-measure', { measure: 'i1', status: 'ongoing' });
    const page = read(await sheet(HELENA, '', `sips/${sip}`));
    for (const words of [
      ...['Det här är ett utkast.', 'Planen görs för att du har sagt ja.', 'Jag går ut varje dag.'],
      ...['Ring Eva.', 'Läge Pågår', 'Jag vill kunna gå till brevlådan själv', 'Köket.'],
      `Mötet är ${timeInWords(at, 'sv')}, hemma hos dig.`,
    ]) {
      expect(page).toContain(words);
    }
    const [goals = '', others = ''] = page.split('Vem gör vad?');
    expect(goals).toMatch(/Gå till brevlådan före sommaren\. Rehabilitering i hemmet/);
    expect(goals).not.toContain('Färdtjänst.');
    expect(others).toContain('Det här hör inte till ett visst mål. Färdtjänst.');
    expect(others).not.toContain('Rehabilitering i hemmet');
    await to('withdraw-consent');
    const withdrawn = read(await sheet(HELENA, '?language=en', `sips/${sip}`));
    expect(withdrawn).toContain('You have said that you no longer want the plan.');
  });

  describeWith('chromium', 'as a PDF', () => {
    it('are tagged, named after nobody, and logged as they are', async () => {
      const before = (await lines()).length;
      const answer = await sheet(ANNA, '?format=pdf&print=large');
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      expect(answer.headers.get('content-disposition')).toBe('attachment; filename="blad.pdf"');
      expect(answer.text).toMatch(/^%PDF-/);
      expect(answer.text).toContain('/StructTreeRoot');
      expect(await lines()).toHaveLength(before + 1);
    });
  });

  it('say that no PDF can be made where no browser is, and go on as pages', async () => {
    const { PATH } = process.env;
    const before = (await lines()).length;
    process.env['PATH'] = '';
    const answer = await sheet(ANNA, '?format=pdf');
    const page = await sheet(ANNA);
    process.env['PATH'] = PATH;
    expect(answer).toMatchObject({ status: 503, body: { code: 'PDF_UNAVAILABLE' } });
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('format=pdf');
    // Nothing was read for the paper that nobody got.
    expect(await lines()).toHaveLength(before + 1);
  });
});
