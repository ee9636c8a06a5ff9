import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Refusal } from '@hemgang/kernel';
import { Logger } from '@nestjs/common';
import { DevtoolsPipe } from './devtools-pipe';

/** Names under which Chromium is installed. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** A page takes a second; so long a browser may hang. */
const PRINT_MS_MAX = 20_000;

/** A browser takes memory and a processor: one at a time, and this many may wait for it. */
const WAITING_MAX = 8;

/** Nothing of itself: no network, no updates, nothing kept. What it is to print it gets by its pipe. */
const ARGUMENTS = [
  ...['--headless', '--remote-debugging-pipe', '--disable-gpu', '--disable-dev-shm-usage'],
  ...['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--disable-extensions'],
  ...['--no-first-run', '--no-default-browser-check', '--incognito'],
  // Chromium refuses to start as root with its sandbox. An installation does not run as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const UNAVAILABLE: Refusal = { code: 'PDF_UNAVAILABLE' };

/**
 * Makes PDFs of our own pages with the Chromium that is installed beside us, tagged for screen
 * readers. The page goes through a pipe: no word of it is in a file, an address or an argument.
 */
export class PdfPrinter {
  private readonly logger = new Logger('pdf');
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** Whether there is a browser to print with; looked for each time, as one may be installed later. */
  get isPresent(): boolean {
    return browserOnPath() !== null;
  }

  /** @returns PDF_UNAVAILABLE without a browser, when too many wait, or when it fails */
  async print(page: string): Promise<Buffer | Refusal> {
    const browser = browserOnPath();
    if (browser === null || this.waiting >= WAITING_MAX) return UNAVAILABLE;
    this.waiting += 1;
    const printing = this.last.then(() => printed(browser, page));
    this.last = printing.catch(() => undefined);
    try {
      return await printing;
    } catch (error) {
      this.logger.warn(`no PDF: ${(error as Error).message}`);
      return UNAVAILABLE;
    } finally {
      this.waiting -= 1;
    }
  }
}

function browserOnPath(): string | null {
  const { PATH = '' } = process.env;
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts a browser for one page and ends it. It is told none of our settings: they hold secrets. */
async function printed(browser: string, page: string): Promise<Buffer> {
  const profile = await mkdtemp(join(tmpdir(), 'hemgang-pdf-'));
  const child = spawn(browser, [...ARGUMENTS, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: profile, LANG: 'C.UTF-8' },
  });
  const ended = once(child, 'exit').catch(() => undefined);
  const limit = setTimeout(() => child.kill('SIGKILL'), PRINT_MS_MAX);
  try {
    return await pdfOf(new DevtoolsPipe(child), page);
  } finally {
    child.kill('SIGKILL');
    await ended;
    clearTimeout(limit);
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function pdfOf(pipe: DevtoolsPipe, page: string): Promise<Buffer> {
  const { targetId } = await pipe.ask('Target.createTarget', { url: 'about:blank' });
  const attached = await pipe.ask('Target.attachToTarget', { targetId, flatten: true });
  const session = attached['sessionId'] as string;
  await pipe.ask('Emulation.setScriptExecutionDisabled', { value: true }, session);
  const { frameTree } = (await pipe.ask('Page.getFrameTree', {}, session)) as {
    readonly frameTree: { readonly frame: { readonly id: string } };
  };
  const { id: frameId } = frameTree.frame;
  await pipe.ask('Page.setDocumentContent', { frameId, html: page }, session);
  const { data } = await pipe.ask(
    'Page.printToPDF',
    { preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true },
    session,
  );
  return Buffer.from(data as string, 'base64');
}
