import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { machineKeyFault, type MachineKey } from './machine-keys';

const jwk = (key: KeyObject): MachineKey => ({
  ...(key.export({ format: 'jwk' }) as { readonly kty: string }),
  kid: 'ett',
});
const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength });

describe("a program's key", () => {
  it('is taken with 128 bits of security', () => {
    const keys = [
      generateKeyPairSync('ec', { namedCurve: 'P-256' }),
      generateKeyPairSync('ed25519'),
      rsa(3072),
    ];
    expect(keys.map(({ publicKey }) => machineKeyFault(jwk(publicKey)))).toEqual(
      keys.map(() => null),
    );
  });

  it('of too few bits is weak', () => {
    expect(machineKeyFault(jwk(rsa(2048).publicKey))).toBe('weak');
  });

  it('is refused when it is private, or of another kind', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    expect(machineKeyFault(jwk(privateKey))).toBe('private');
    expect(machineKeyFault({ kty: 'oct', kid: 'ett', k: 'AA' })).toBe('private');
    const other = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
    expect(machineKeyFault(jwk(other.publicKey))).toBe('unreadable');
  });
});
