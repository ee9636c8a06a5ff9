import type { Role } from '@hemgang/directory';

/** One person with all their assignments. */
export interface NamedStaff {
  readonly name: string;
  readonly assignments: readonly { readonly unit: string; readonly roles: readonly Role[] }[];
}

/** People with one assignment, on the way of a patient from NUS home to northern Umeå. */
const ON_THE_WAY_HOME: readonly NamedStaff[] = [
  one('Anna Lundgren', 'nus-medicin-2', 'ward-staff'),
  one('Erik Sandström', 'nus-medicin-2', 'physician'),
  one('Maria Forsberg', 'umea-bistand-norr', 'municipal-coordinator'),
  one('Sara Wiklund', 'umea-hemsjukvard-norr', 'municipal-nurse'),
  one('Helena Burman', 'ersboda-halsocentral', 'primary-care-nurse'),
  one('Camilla Öberg', 'umea-palliativt-team', 'specialist-nurse'),
  one('Peter Holmlund', 'umea-betalning', 'administrator'),
  one('Susanne Ågren', 'region-betalning', 'administrator'),
];

/** People who work at several units, as is usual in the inland and among managers. */
const AT_SEVERAL_UNITS: readonly NamedStaff[] = [
  at('Karin Nyberg', ['nus-medicin-2', 'nus-medicin-3'], 'ward-staff'),
  at('Johan Holmgren', ['nus-geriatrik-1', 'nus-geriatrik-2'], 'physician'),
  at('Elin Marklund', ['skelleftea-medicin-1', 'skelleftea-medicin-2'], 'ward-staff'),
  at('Ánte Fjällström', ['storuman-sjukstuga', 'sorsele-sjukstuga'], 'physician'),
  at('Lars Hedman', ['ersboda-halsocentral', 'mariehem-halsocentral'], 'open-care-manager'),
  at('Åsa Norberg', ['asele-bistand', 'dorotea-bistand'], 'municipal-coordinator'),
  at('Biret Sarri', ['sorsele-bistand', 'mala-bistand'], 'municipal-coordinator'),
  at('Petra Öhman', ['norsjo-bistand', 'norsjo-hemtjanst'], 'municipal-coordinator'),
  at('Malin Rönnlund', ['bjurholm-hemsjukvard', 'bjurholm-korttids'], 'municipal-nurse'),
  at('Kent Åström', ['norsjo-betalning', 'mala-betalning'], 'administrator'),
  {
    name: 'Märit Sjulsson',
    assignments: [
      { unit: 'vilhelmina-sjukstuga', roles: ['ward-staff'] },
      { unit: 'vilhelmina-halsocentral', roles: ['primary-care-nurse'] },
    ],
  },
  {
    name: 'Lena Stenman',
    assignments: [
      { unit: 'dorotea-halsocentral', roles: ['open-care-manager', 'primary-care-nurse'] },
    ],
  },
];

/** Staff whose name, unit and roles the demo promises; the rest is filled up around them. */
export const NAMED_STAFF: readonly NamedStaff[] = [...ON_THE_WAY_HOME, ...AT_SEVERAL_UNITS];

function one(name: string, unit: string, role: Role): NamedStaff {
  return at(name, [unit], role);
}

function at(name: string, units: readonly string[], role: Role): NamedStaff {
  return { name, assignments: units.map((unit) => ({ unit, roles: [role] })) };
}
