import { ApiServer } from './api-server.fixture';
import { securityText } from '../../apps/api/operations/security-text';

const PATH = '/.well-known/security.txt';
const DAY_MS = 86_400_000;
const CONTACT = 'mailto:sakerhet@example.se';

/** The fields of the file; RFC 9116 lets a name stand more than once. */
function fieldsOf(text: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const line of text.split('\r\n').filter((each) => each !== '')) {
    const [, name = '', value = ''] = /^([A-Za-z-]+): (\S.*)$/.exec(line) ?? [];
    (fields[name] ??= []).push(value);
  }
  return fields;
}

describe('security.txt', () => {
  it('says whom to tell, in which languages, until when and where it belongs', async () => {
    const api = await ApiServer.start('demo', undefined, undefined, undefined, {
      limits: { perPerson: 0, perUnit: 0, perAddress: 0 },
      trustedProxies: ['loopback'],
      publicUrl: 'https://hemgang.example.se',
      securityContact: CONTACT,
    });
    const { status, headers, text } = await api.get(PATH);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    const fields = fieldsOf(text);
    expect(fields).toEqual({
      Contact: [CONTACT],
      Expires: [expect.stringMatching(/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/)],
      'Preferred-Languages': ['sv, en'],
      Canonical: [`https://hemgang.example.se${PATH}`],
    });
    const left =
      Date.parse(fields['Expires']?.[0] ?? '') - Date.parse(api.county.service.clock.now());
    expect(left).toBeGreaterThan(30 * DAY_MS);
    expect(left).toBeLessThan(365 * DAY_MS);
    await api.stop();
  });

  it('follows the real time, also where nothing else is known', () => {
    const text = securityText({
      ...{ contact: 'https://example.se/hal', publicUrl: null, now: '2026-12-31T23:59:59.999Z' },
    });
    expect(fieldsOf(text)).toEqual({
      Contact: ['https://example.se/hal'],
      Expires: ['2027-06-29T00:00:00.000Z'],
      'Preferred-Languages': ['sv, en'],
    });
  });

  it('does not exist where there is nobody to tell', async () => {
    const api = await ApiServer.start();
    expect(await api.get(PATH)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    await api.stop();
  });
});
