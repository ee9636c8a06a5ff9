import { randomUUID } from 'node:crypto';
import { accepted, ANNA, contentsOf, County, MARIA, query } from '@hemgang/testing';

const son = {
  name: 'Lars Sjöström',
  relation: 'son',
  phone: '0980-319 266',
  mayBeTold: 'times',
};

/** A published test number of a child. */
const CHILD = '202402292383';

describe('people close to the patient', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  const seenBy = async (caseId: string, user: string) => {
    const view = await county.service.views.case('discharges', caseId, county.reader(user));
    if ('code' in view) throw new Error(view.code);
    return view;
  };

  it('are told to the receivers, and never in the event', async () => {
    const { caseId } = await county.told();
    const { view } = await county.give(caseId, 'note-contact', ANNA, son);
    const shown = { ...son, id: 'k3', custody: false, representative: 'none' };
    expect(view.contacts).toEqual([shown]);
    const marias = await seenBy(caseId, MARIA);
    expect(marias.contacts).toEqual([shown]);
    expect(marias.entries.at(-1)).toMatchObject({
      entry: 'kontakt',
      legalBasis: 'CONSENT',
    });
    const log = await query(
      county.databaseUrl,
      `select payload, given from events where case_id = '${caseId}'`,
    );
    for (const secret of [son.name, son.phone, son.mayBeTold]) {
      expect(JSON.stringify(log)).not.toContain(secret);
    }
  });

  it('noted before anybody was told are handed out when the ward says so', async () => {
    const { caseId } = await county.admit();
    await county.give(caseId, 'note-contact', ANNA, son);
    const needs = { language: 'finska', interpreter: true };
    await county.give(caseId, 'note-communication-needs', ANNA, needs);
    const receivers = ['umea-bistand-norr'];
    await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
      receivers,
      expectedDischargeAt: '2099-03-06T11:00:00.000Z',
    });
    expect(await seenBy(caseId, MARIA)).toMatchObject({ contacts: [], communicationNeeds: null });
    await county.give(caseId, 'share-contacts', ANNA);
    expect(await seenBy(caseId, MARIA)).toMatchObject({
      contacts: [{ id: 'k2', ...son }],
      communicationNeeds: { ...needs, hearing: null, sight: null, other: null },
    });
  });

  it('are replaced and ended by new events; what was noted stays in the entries', async () => {
    const { caseId } = await county.told();
    await county.give(caseId, 'note-contact', ANNA, son);
    const everything = { ...son, mayBeTold: 'everything' };
    const replaced = await county.give(caseId, 'note-contact', MARIA, {
      ...everything,
      contact: 'k3',
    });
    expect(replaced.view.contacts).toMatchObject([{ id: 'k4', ...everything }]);
    expect((await seenBy(caseId, ANNA)).contacts).toEqual(replaced.view.contacts);
    const ended = await county.give(caseId, 'end-contact', ANNA, { contact: 'k4' });
    expect(ended.view.contacts).toEqual([]);
    expect(ended.view.entries.map(({ entry }) => entry)).toContain('kontakt');
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const again = await county.try(caseId, 'end-contact', ANNA, { contact: 'k4' });
    expect(again).toMatchObject({ refusal: { code: 'RULE_REFUSED', rule: 'PL 5:3' } });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  describe('of a child', () => {
    const admitted = async () => {
      const body = { patient: { number: CHILD, name: 'Elin Hedlund', municipality: '2480' } };
      const incoming = { body, key: randomUUID() };
      const reader = county.reader(ANNA);
      return accepted(await county.service.answered.open('discharges', incoming, reader));
    };

    it('guardians and the child itself are asked for, visibly and by no duty', async () => {
      const { caseId, view } = await admitted();
      expect(view.isChild).toBe(true);
      expect(view.duties).toEqual([]);
      expect(view.missing.map(({ key, rule }) => [key, rule])).toEqual([
        ['guardian', 'PL 5:3'],
        ['child-heard', 'PL 4:3'],
      ]);
      const mother = { name: 'Sara Hedlund', relation: 'mamma', mayBeTold: 'everything' };
      await county.give(caseId, 'note-contact', ANNA, { ...mother, custody: true });
      const heard = { heard: false, reason: 'För ung för att uttrycka sig.' };
      const noted = await county.give(caseId, 'note-child-heard', ANNA, heard);
      expect(noted.view.missing).toEqual([]);
      expect(noted.view.childHeard).toMatchObject(heard);
      expect(noted.view.contacts).toMatchObject([{ custody: true }]);
      const log = await query(
        county.databaseUrl,
        `select payload, given, type from events where case_id = '${caseId}' order by seq`,
      );
      expect(JSON.stringify(log)).not.toContain('isChild');
      expect(log.at(-1)).toMatchObject({ payload: {}, given: { child: true } });
      await county.give(caseId, 'register-death', ANNA);
    });

    it('are not asked for when the patient is grown up', async () => {
      const { caseId, view } = await county.admit();
      expect(view.isChild).toBe(false);
      expect(view.allowedCommands.map(({ name }) => name)).not.toContain('note-child-heard');
      const other = view.otherCommands.find(({ name }) => name === 'note-child-heard');
      expect(other?.whyNot).toBe('Görs av avdelningen när patienten är under 18 år.');
      const before = await contentsOf(county.databaseUrl, 'access_log');
      const body = { heard: true, reason: 'Vill hem.' };
      const answer = await county.try(caseId, 'note-child-heard', ANNA, body);
      expect(answer).toMatchObject({ refusal: { code: 'RULE_REFUSED', rule: 'PL 4:3' } });
      expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
    });
  });
});
