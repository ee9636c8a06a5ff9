import { HOME_AREAS } from './home-areas';
import { municipalUnitId } from './municipal-units';
import { DEMO_MUNICIPALITIES } from './municipalities';
import type { DemoPatient } from './people';

/** What the treating physician judges that a patient may need after discharge (2017:612 2:1). */
export interface PatientNeeds {
  readonly socialServices: boolean;
  readonly municipalHealthCare: boolean;
  readonly openCare: boolean;
}

/**
 * The units that an inskrivningsmeddelande for an invented patient goes to: those of the home
 * municipality (and its district), and the hälsocentral where the patient is listed. Wherever
 * municipal health care is expected, region open care is told too (2017:612 2:1 second paragraph).
 * @returns unit ids without repetition; none when nothing is needed
 * @throws Error when the patient's home is not in the demo county
 */
export function proposedReceivers(
  patient: Pick<DemoPatient, 'homeArea' | 'halsocentral'>,
  needs: PatientNeeds,
): string[] {
  const area = HOME_AREAS.find((candidate) => candidate.id === patient.homeArea);
  const municipality = DEMO_MUNICIPALITIES.find(({ code }) => code === area?.municipality);
  if (!area || !municipality) throw new Error(`There is no home area ${patient.homeArea}.`);

  const receivers: string[] = [];
  if (needs.socialServices) {
    receivers.push(municipalUnitId(municipality.id, 'bistand', area.district));
  }
  if (needs.municipalHealthCare) {
    receivers.push(municipalUnitId(municipality.id, 'hemsjukvard', area.district));
  }
  if (needs.openCare || needs.municipalHealthCare) receivers.push(patient.halsocentral);
  return receivers;
}
