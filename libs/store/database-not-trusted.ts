/** How Node and OpenSSL name what is wrong with a certificate. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL/;

/** The driver gives this no code. */
const PLAIN = 'The server does not support SSL connections';

/**
 * The server shows no certificate, or one that the settings do not trust for its name: who answers may
 * be anybody, so nothing was said to it.
 */
export class DatabaseNotTrusted extends Error {
  constructor(cause: unknown) {
    super(
      `The database is not trusted (${reasonOf(cause)}): ` +
        'see sslmode and sslrootcert in its addresses, and the name in its certificate.',
      { cause },
    );
    this.name = 'DatabaseNotTrusted';
  }
}

/** Whether a connection was given up because of who answered. */
export function isNotTrusted(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return (typeof code === 'string' && CERTIFICATE.test(code)) || message === PLAIN;
}

function reasonOf(cause: unknown): string {
  const { code } = cause as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'it speaks no TLS';
}
