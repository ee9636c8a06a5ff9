import type { RoleFault } from '@hemgang/cases';
import { ROLE_NAMES } from '@hemgang/config';
import type { Text } from '@hemgang/kernel';

const WORDS: Readonly<Record<RoleFault['kind'], Text>> = {
  'shut-out': {
    sv: 'släpps inte in av databasen; kör hemgang migrate',
    en: 'is not let in by the database; run hemgang migrate',
  },
  'other-role': { sv: 'är i själva verket en annan roll', en: 'is in fact another role' },
  superuser: {
    sv: 'är superanvändare, som ingen radsäkerhet binder',
    en: 'is a superuser, whom no row-level security binds',
  },
  bypasses: { sv: 'går förbi radsäkerheten', en: 'bypasses row-level security' },
  owns: { sv: 'har en tabellägares rättigheter', en: 'has the rights of an owner of tables' },
  member: { sv: 'är medlem i en annan roll', en: 'is a member of another role' },
  makes: {
    sv: 'får göra roller, databaser eller tabeller',
    en: 'may make roles, databases or tables',
  },
  surplus: {
    sv: 'får göra mer med tabellerna än den ska',
    en: 'may do more with the tables than it is meant to',
  },
  unwalled: {
    sv: 'möter en tabell utan radsäkerhet',
    en: 'meets a table without row-level security',
  },
};

/** What is wrong with the roles of the database, in one sentence. */
export function roleWords(faults: readonly RoleFault[]): Text {
  const list = (language: keyof Text): string =>
    faults.map(({ role, kind }) => `${ROLE_NAMES[role]} ${WORDS[kind][language]}`).join('; ');
  return { sv: `${list('sv')}.`, en: `${list('en')}.` };
}
