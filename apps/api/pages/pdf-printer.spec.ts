import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { waitUntil } from '@hemgang/dev-services';
import { Logger } from '@nestjs/common';
import { PdfPrinter } from './pdf-printer';

const UNAVAILABLE = { code: 'PDF_UNAVAILABLE' };
const WITHIN_MS = 20_000;

describe('the printer of PDFs, before a browser that breaks', () => {
  const { PATH = '' } = process.env;
  let folder: string;

  beforeEach(() => {
    Logger.overrideLogger(false);
    folder = mkdtempSync(join(tmpdir(), 'hemgang-browser-'));
    process.env['PATH'] = [folder, PATH].join(delimiter);
  });
  afterEach(() => {
    process.env['PATH'] = PATH;
    rmSync(folder, { recursive: true });
  });

  const browser = (script: string) =>
    writeFileSync(join(folder, 'chromium'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const starts = () => readFileSync(join(folder, 'starts'), 'utf8').length;
  const isOpen = join('$(dirname "$0")', 'open');
  const noted = 'printf x >> "$(dirname "$0")/starts"';

  it('says that it has none, and starts anew for the next page', async () => {
    browser(`${noted}; exit 1`);
    const printer = new PdfPrinter();
    expect(await printer.print('<p>a')).toEqual(UNAVAILABLE);
    expect(await printer.print('<p>b')).toEqual(UNAVAILABLE);
    expect(starts()).toBe(2);
  });

  it('tells the browser none of its settings', async () => {
    browser('env > "$(dirname "$0")/told"; exit 1');
    process.env['DATABASE_URL_OF_SPEC'] = 'secret';
    await new PdfPrinter().print('<p>a');
    delete process.env['DATABASE_URL_OF_SPEC'];
    const told = readFileSync(join(folder, 'told'), 'utf8');
    expect(told).toContain('HOME=');
    expect(told).not.toContain('secret');
  });

  it('prints one page at a time and lets eight wait; the ninth is refused at once', async () => {
    browser(`${noted}; until [ -e "${isOpen}" ]; do sleep 0.02; done; exit 1`);
    const printer = new PdfPrinter();
    const eight = Array.from({ length: 8 }, () => printer.print('<p>a'));
    expect(await printer.print('<p>b')).toEqual(UNAVAILABLE);
    expect(await waitUntil(() => Promise.resolve(hasStarted()), WITHIN_MS)).toBe(true);
    expect(starts()).toBe(1);
    writeFileSync(join(folder, 'open'), '');
    expect(await Promise.all(eight)).toEqual(eight.map(() => UNAVAILABLE));
    expect(starts()).toBe(8);
    await printer.print('<p>c');
    expect(starts()).toBe(9);
  });

  function hasStarted(): boolean {
    try {
      return starts() > 0;
    } catch {
      return false;
    }
  }
});
