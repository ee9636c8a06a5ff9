import type { Draw } from './draw';
import { NEIGHBOUR_HOMES, type NeighbourHome } from './neighbours';
import type { DemoPatient } from './people';
import type { PatientNeeds } from './recipients';

/** A patient as the admission needs her. */
export type AdmittedPatient = Omit<DemoPatient, 'homeArea'>;

const HOUSE_NUMBERS = 60;

/** The same person, but at home in a municipality of a neighbouring region. */
export function livingOutside(
  { number, name }: DemoPatient,
  draw: Draw,
): { readonly patient: AdmittedPatient; readonly home: NeighbourHome } {
  const home = draw.of(NEIGHBOUR_HOMES);
  const house = 1 + Math.floor(draw.between(0, HOUSE_NUMBERS));
  // No post code begins with 000.
  const address = `Storgatan ${house}, 000 00 ${home.name}`;
  const { code: municipality, openCare: halsocentral } = home;
  return { patient: { number, name, address, municipality, halsocentral }, home };
}

/** Whom the inskrivningsmeddelande goes to there, by the same rule as in the county (2:1). */
export function receiversOutside(
  { social, health, openCare }: NeighbourHome,
  needs: PatientNeeds,
): string[] {
  return [
    ...(needs.socialServices ? [social] : []),
    ...(needs.municipalHealthCare ? [health] : []),
    ...(needs.openCare || needs.municipalHealthCare ? [openCare] : []),
  ];
}
