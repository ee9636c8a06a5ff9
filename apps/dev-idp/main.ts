import { createServer } from 'node:http';
import { accessSettings } from '@hemgang/access';
import { readConfig } from '@hemgang/config';
import { devProvider } from './dev-provider';

const ONLY_DEMO =
  'The development identity provider lets anybody be anybody: it runs in demo mode only.';

/**
 * Serves the first issuer of ISSUERS_FILE at the port of its url, on this machine only. Started by
 * `npm start` beside the API.
 */
async function main(): Promise<void> {
  const settings = readConfig(process.env);
  if (!settings.ok) throw new Error(settings.faults.join('\n'));
  if (settings.config.mode !== 'demo') throw new Error(ONLY_DEMO);
  const access = accessSettings(settings.config);
  if (!('issuers' in access)) throw new Error(access.join('\n'));
  const [issuer] = access.issuers;
  if (issuer === undefined || access.publicUrl === null)
    throw new Error('There is no issuer to be.');
  const handle = await devProvider(issuer, access.publicUrl);
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.writeHead(400).end('Begin anew.'));
  });
  server.listen(Number(new URL(issuer.url).port), '127.0.0.1');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
