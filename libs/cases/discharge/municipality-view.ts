import type { Directory } from '@hemgang/directory';
import type { Language, Text } from '@hemgang/kernel';
import type { MunicipalityRole, ResponsibleMunicipality } from '@workflows/discharge';
import type { MunicipalityView } from './discharge-view';

const ROLE_WORDS: Readonly<Record<MunicipalityRole, Text>> = {
  decides: { sv: 'Beslutar om insatser', en: 'Decides on measures' },
  executes: { sv: 'Utför insatser', en: 'Carries out measures' },
  'health-care': { sv: 'Ger kommunal hälso- och sjukvård', en: 'Gives municipal health care' },
  pays: { sv: 'Betalar', en: 'Pays' },
};

/** A municipality's part in a case, by the name that the directory has for its code. */
export function municipalityView(
  { role, municipality, from, basis }: ResponsibleMunicipality,
  directory: Directory,
  language: Language,
): MunicipalityView {
  const named = directory.rows.huvudman.find(({ code }) => code === municipality);
  return {
    role,
    text: ROLE_WORDS[role][language],
    municipality:
      municipality === null ? null : { code: municipality, name: named?.name ?? municipality },
    from,
    basis,
  };
}
