import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathOf } from '@hemgang/testing';

/** A certificate and its private key, in PEM. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

const DAYS = '2';
const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/** An authority of the suite's own, which vouches for whatever name it is asked to. */
export class Authority {
  private constructor(private readonly folder: string) {}

  static make(): Authority {
    const authority = new Authority(mkdtempSync(join(tmpdir(), 'hemgang-ca-')));
    authority.openssl(
      ...['req', '-x509', ...NEW_KEY, '-subj', '/CN=Invented CA', '-days', DAYS],
      ...['-keyout', authority.path('ca.key'), '-out', authority.certificateFile],
    );
    return authority;
  }

  /** What whoever trusts this authority names as `sslrootcert`. */
  get certificateFile(): string {
    return this.path('ca.crt');
  }

  /** @param name as an extension spells it: `IP:127.0.0.1`, `DNS:db.example.se` */
  certify(name: string): Certificate {
    const [key, request, signed, extensions] = ['s.key', 's.csr', 's.crt', 's.ext'].map((file) =>
      this.path(file),
    ) as [string, string, string, string];
    writeFileSync(extensions, `subjectAltName=${name}\n`);
    this.openssl('req', ...NEW_KEY, '-subj', '/CN=server', '-keyout', key, '-out', request);
    this.openssl(
      ...['x509', '-req', '-in', request, '-out', signed, '-days', DAYS, '-extfile', extensions],
      ...['-CA', this.certificateFile, '-CAkey', this.path('ca.key'), '-CAcreateserial'],
    );
    return { certificate: readFileSync(signed, 'utf8'), key: readFileSync(key, 'utf8') };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private path(file: string): string {
    return join(this.folder, file);
  }

  private openssl(...args: readonly string[]): void {
    const ran = spawnSync(pathOf('openssl') ?? 'openssl', args, { encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(`openssl: ${ran.stderr}`);
  }
}
