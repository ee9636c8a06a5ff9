import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { readMail, type CapturedMail } from './captured-mail';

/** A mail server that keeps what it gets and sends nothing on. */
export interface MailCapture {
  /** For SMTP_URL. */
  readonly url: string;
  /** What has come, in its order. */
  readonly mails: readonly CapturedMail[];
  stop(): Promise<void>;
}

export interface MailCaptureOptions {
  /** 0, or left out: any free one. */
  readonly port?: number;
  /** Each mail becomes a text file there. */
  readonly folder?: string;
  /** Decides about a receiver: an answer such as `550 no such user`; null takes her. */
  readonly refuses?: (to: string) => string | null;
}

/** Starts a mail server on this machine alone, for a demo and for tests. */
export async function startMailCapture(options: MailCaptureOptions = {}): Promise<MailCapture> {
  const mails: CapturedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const refusal = options.refuses?.(address) ?? null;
      done(refusal === null ? null : refusalOf(refusal));
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address).join(', ');
        const mail = readMail(Buffer.concat(chunks).toString(), to);
        mails.push(mail);
        if (options.folder !== undefined) keep(options.folder, mails.length, mail);
        done();
      });
    },
  });
  const listening = server.listen(options.port ?? 0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refusalOf(answer: string): Error {
  return Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });
}

function keep(folder: string, number: number, { to, subject, text }: CapturedMail): void {
  mkdirSync(folder, { recursive: true });
  const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${number}.txt`;
  writeFileSync(join(folder, name), `Till: ${to}\nÄmne: ${subject}\n\n${text}`, { mode: 0o600 });
}
