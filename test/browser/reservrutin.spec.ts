import { createPrivateKey, createPublicKey, pbkdf2Sync, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HOUR_MS } from '@hemgang/kernel';
import { contentsOf, County, describeWith, pathOf, PETER, query } from '@hemgang/testing';
import { chromium, type Browser, type Page } from 'playwright-core';
import {
  isStrong,
  proposedPassphrase,
  snapshotKeyOf,
} from '../../apps/web/src/administration/snapshot-key';
import { leaveOpener, SnapshotWriter } from '../../apps/worker/snapshot-writer';
import { START_MS_MAX } from './browser.fixture';

const NORR = 'umea-bistand-norr';
const PUBLIC = join(__dirname, '../../apps/web/public');
const OPENER = pathToFileURL(join(PUBLIC, 'reservrutin.html')).href;
const PASSPHRASE = 'björk ånga sten månsken fyra';

/** The public key as Node's own functions find it, another way than the browser goes. */
function publicKeyByNode(passphrase: string, salt: Buffer): string {
  const seed = pbkdf2Sync(passphrase, salt, 600_000, 32, 'sha512');
  const der = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return createPublicKey(key)
    .export({ format: 'der', type: 'spki' })
    .subarray(-32)
    .toString('base64');
}

describeWith('chromium', "a unit's page for an outage", () => {
  let county: County;
  let browser: Browser;
  let page: Page;
  let name: string;
  let file: string;

  beforeAll(async () => {
    county = await County.open();
    const admission = county.admission();
    name = (admission['patient'] as { readonly name: string }).name;
    await county.told(admission);
    browser = await chromium.launch({
      executablePath: pathOf('chromium') ?? '',
      args: ['--headless', '--no-sandbox', '--disable-gpu'],
    });
    const context = await browser.newContext();
    await context.setOffline(true);
    page = await context.newPage();
  }, START_MS_MAX);

  afterAll(async () => {
    await browser.close();
    await county.close();
  });

  const setKey = async (unit: string, passphrase: string) => {
    const { publicKey, salt, iterations } = await snapshotKeyOf(passphrase);
    const key = {
      ...{ publicKey: Buffer.from(publicKey, 'base64'), salt: Buffer.from(salt, 'base64') },
      iterations,
    };
    const request = { body: { publicKey, salt, iterations }, key: randomUUID() };
    const peter = { ...county.reader(PETER), steppedUpUntil: '2100-01-01T00:00:00.000Z' };
    return county.service.staffing.setSnapshotKey(peter, unit, key, request);
  };

  const open = async (content: string, passphrase: string): Promise<void> => {
    await page.goto(OPENER);
    const buffer = Buffer.from(content);
    await page.setInputFiles('#file', { name: 'a.hemgang', mimeType: 'text/plain', buffer });
    await page.fill('#passphrase', passphrase);
    await page.click('button[type=submit]');
    await page.locator('#told', { hasText: /Öppnad|fel|skadad/ }).waitFor();
  };
  const said = () => page.textContent('#told');

  it('is not made for a unit without a key', async () => {
    expect(await county.service.snapshots.next()).toBeNull();
  });

  it('has a key that browser and Node find alike, of words that are enough', async () => {
    const { publicKey, salt } = await snapshotKeyOf(` ${PASSPHRASE.toUpperCase()}  `);
    expect(publicKey).toBe(publicKeyByNode(PASSPHRASE, Buffer.from(salt, 'base64')));
    expect([isStrong(proposedPassphrase()), isStrong(PASSPHRASE), isStrong('hemligt')]).toEqual([
      ...[true, true, false],
    ]);
    expect(proposedPassphrase()).not.toBe(proposedPassphrase());
  });

  it('is sealed to a key of its own controller alone', async () => {
    const before = await contentsOf(county.databaseUrl, 'access_log');
    expect(await setKey('nus-medicin-2', PASSPHRASE)).toEqual({ code: 'NOT_FOUND' });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
    expect(await setKey(NORR, PASSPHRASE)).toMatchObject({ subject: NORR });
    const changes = await query<{ action: string; subject: string }>(
      county.databaseUrl,
      'select action, subject from directory_changes order by at desc limit 1',
    );
    expect(changes).toEqual([{ action: 'set-snapshot-key', subject: NORR }]);
  });

  it('is made once, also after hours without a worker, and noted in the access log', async () => {
    const made = await county.service.snapshots.next();
    file = made?.file ?? '';
    expect(made?.unit).toBe(NORR);
    expect(file).not.toContain(name);
    expect(await county.service.snapshots.next()).toBeNull();
    const lines = await query<{ staff: string; unit: string }>(
      county.databaseUrl,
      `select staff, unit from access_log where action = 'read:snapshot'`,
    );
    expect(lines).toEqual([{ staff: 'system', unit: NORR }]);
    await county.service.advanceClock(3 * HOUR_MS);
    expect(await county.service.snapshots.next()).not.toBeNull();
    expect(await county.service.snapshots.next()).toBeNull();
  });

  it('has forms beside it, without network too, each on one sheet of paper', async () => {
    await page.goto(OPENER);
    await page.getByRole('link', { name: 'skriv ut reservblanketter' }).click();
    await page.getByRole('heading', { level: 1, name: 'Reservblanketter för Hemgång' }).waitFor();
    const forms = await page.locator('article').count();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1 + forms);
    expect(await page.locator('script').count()).toBe(0);
  });

  it('is opened with the network off, and shows who is there', async () => {
    await open(file, PASSPHRASE);
    expect(await said()).toContain('Öppnad.');
    const shown = page.frameLocator('#page').locator('body');
    expect(await shown.textContent()).toContain(name);
    expect(await shown.textContent()).toContain('senast');
    expect(await page.isVisible('#print')).toBe(true);
  });

  it('is refused in clear words to another passphrase, and to one of another unit', async () => {
    await open(file, 'björk ånga sten månsken fem');
    expect(await said()).toContain('Lösenfrasen är fel');
    expect(await page.isVisible('#page')).toBe(false);
    await setKey('umea-betalning', 'fem andra ord om havet');
    const other = await county.service.snapshots.next();
    expect(other?.unit).toBe('umea-betalning');
    await open(other?.file ?? '', PASSPHRASE);
    expect(await said()).toContain('Lösenfrasen är fel');
  });

  it.each([
    ['its time', (text: string) => text.replace(/madeAt\\":\\"20/, 'madeAt\\":\\"19')],
    [
      'its content',
      (text: string) => text.replace(/(?<=data":"....)./, (one) => (one === 'A' ? 'B' : 'A')),
    ],
    ['its form', (text: string) => text.slice(0, 100)],
  ])('is refused when somebody has changed %s', async (_, change) => {
    expect(change(file)).not.toBe(file);
    await open(change(file), PASSPHRASE);
    expect(await said()).toContain('Filen är skadad eller ändrad');
    expect(await page.isVisible('#page')).toBe(false);
  });

  it('is sealed to the new key once the passphrase has been changed', async () => {
    await county.service.advanceClock(HOUR_MS);
    await setKey(NORR, 'nya ord som ingen annan har');
    const made = [await county.service.snapshots.next(), await county.service.snapshots.next()];
    const own = made.find((each) => each?.unit === NORR);
    await open(own?.file ?? '', PASSPHRASE);
    expect(await said()).toContain('Lösenfrasen är fel');
    await open(own?.file ?? '', 'nya ord som ingen annan har');
    expect(await said()).toContain('Öppnad.');
  });

  it('lies in the folder of its unit for a day, beside what opens it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hemgang-pages-'));
    const writer = new SnapshotWriter(county.service, folder);
    const inUnit = () => readdir(join(folder, NORR));
    try {
      await leaveOpener(folder, PUBLIC);
      await county.service.advanceClock(HOUR_MS);
      const rounds = [await writer.round(), await writer.round(), await writer.round()];
      expect(rounds.map(({ more }) => more)).toEqual([true, true, false]);
      expect((await readdir(folder)).sort()).toEqual([
        ...['reservblanketter.css', 'reservblanketter.html', 'reservrutin.html'],
        ...['umea-betalning', NORR],
      ]);
      const [first = '', ...others] = await inUnit();
      expect([first.endsWith('.hemgang'), others]).toEqual([true, []]);
      const kept = await readFile(join(folder, NORR, first), 'utf8');
      expect(kept).not.toContain(name);
      await open(kept, 'nya ord som ingen annan har');
      expect(await said()).toContain('Öppnad.');
      await county.service.advanceClock(25 * HOUR_MS);
      while ((await writer.round()).more);
      const later = await inUnit();
      expect(later).toHaveLength(1);
      expect(later).not.toContain(first);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
