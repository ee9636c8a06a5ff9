import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A text as the provider gets it. */
export interface CapturedSms {
  readonly to: string;
  readonly text: string;
  /** Where the provider tells what became of it. */
  readonly callBack: string;
  readonly authorization: string;
}

/** A provider of SMS that keeps what it gets. */
export interface SmsCapture {
  /** For SMS_URL. */
  readonly url: string;
  readonly texts: readonly CapturedSms[];
  stop(): Promise<void>;
}

export interface SmsCaptureOptions {
  /** Each text becomes a file there. */
  readonly folder?: string;
  /** What it answers; 200 when left out. */
  readonly status?: (to: string) => number;
}

/** Starts a provider of SMS on this machine alone, for a demo and for tests. */
export async function startSmsCapture(options: SmsCaptureOptions = {}): Promise<SmsCapture> {
  const texts: CapturedSms[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const form = new URLSearchParams(Buffer.concat(chunks).toString());
      const field = (name: string): string => form.get(name) ?? '';
      const authorization = request.headers.authorization ?? '';
      const sms = { to: field('to'), text: field('message'), callBack: field('whendelivered') };
      const status = options.status?.(sms.to) ?? 200;
      if (status === 200) texts.push({ ...sms, authorization });
      if (status === 200 && options.folder !== undefined) {
        mkdirSync(options.folder, { recursive: true });
        const file = join(options.folder, `sms-${String(texts.length).padStart(4, '0')}.txt`);
        writeFileSync(file, `Till: ${sms.to}\n\n${sms.text}\n`, { mode: 0o600 });
      }
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/a1/sms`,
    texts,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
