import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_COUNTY } from '@hemgang/demo';
import { freePort } from './free-port';

const SECRET_BYTES = 32;

/**
 * Tells the API and the development identity provider of each other: an issuer that may speak for
 * the controllers of the demo, at a free port of this machine, with a secret of this start.
 * @returns what both need in their environment
 */
export async function devIssuer(folder: string, address: string): Promise<Record<string, string>> {
  const file = join(folder, 'dev-issuers.json');
  const issuer = {
    id: 'dev',
    name: { sv: 'Prov-IdP (påhittade personer)', en: 'Test IdP (invented people)' },
    url: `http://localhost:${await freePort()}`,
    client: {
      id: 'hemgang',
      auth: {
        method: 'client_secret_basic',
        secret: randomBytes(SECRET_BYTES).toString('hex'),
      },
    },
    acr: ['http://id.sambi.se/loa/loa3'],
    mapping: {
      employee: 'employeeHsaId',
      commission: 'commissionHsaId',
      purpose: 'commissionPurpose',
    },
    purposes: { 'Vård och behandling': 'care', Administration: 'administration' },
    speaksFor: [{ controllers: DEMO_COUNTY.controllers.map(({ id }) => id) }],
  };
  writeFileSync(file, JSON.stringify({ issuers: [issuer] }), { mode: 0o600 });
  return { ISSUERS_FILE: file, PUBLIC_URL: address };
}
