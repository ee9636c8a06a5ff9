import { Directory } from '@hemgang/directory';
import { DEMO_COUNTY } from './county';
import { HOME_AREAS } from './home-areas';
import { demoPatient, type DemoPatient } from './people';
import { proposedReceivers, type PatientNeeds } from './recipients';

const county = new Directory(DEMO_COUNTY);
const nothing: PatientNeeds = {
  socialServices: false,
  municipalHealthCare: false,
  openCare: false,
};

/** One patient from every home area, so that every district is tried. */
const patients = HOME_AREAS.map((area) => {
  let n = 0;
  while (demoPatient(n).homeArea !== area.id) n += 1;
  return demoPatient(n);
});

const kinds = (patient: DemoPatient, needs: PatientNeeds): (string | undefined)[] =>
  proposedReceivers(patient, needs).map((id) => county.unit(id)?.kind);

describe('the proposed receivers of an invented patient', () => {
  it('are nobody when nothing is needed', () => {
    for (const patient of patients) expect(proposedReceivers(patient, nothing)).toEqual([]);
  });

  it('are the unit of each need', () => {
    for (const patient of patients) {
      expect(kinds(patient, { ...nothing, socialServices: true })).toEqual(['municipal-social']);
      expect(kinds(patient, { ...nothing, openCare: true })).toEqual(['halsocentral']);
    }
  });

  it('always contain open care when municipal health care is needed (2017:612 2:1)', () => {
    for (const patient of patients) {
      const expected = ['municipal-health', 'halsocentral'];
      const needs = { ...nothing, municipalHealthCare: true };
      expect(kinds(patient, needs)).toEqual(expected);
      expect(kinds(patient, { ...needs, openCare: true })).toEqual(expected);
    }
  });

  it('belong to the home municipality, and the hälsocentral is where the patient is listed', () => {
    const all = { socialServices: true, municipalHealthCare: true, openCare: true };
    for (const patient of patients) {
      const receivers = proposedReceivers(patient, all);
      expect(receivers).toHaveLength(3);
      expect(receivers).toContain(patient.halsocentral);
      for (const id of receivers) expect(county.unit(id)?.municipality).toBe(patient.municipality);
    }
  });

  it('lie in the district of the home', () => {
    const patient = { homeArea: 'umea-ersboda', halsocentral: 'ersboda-halsocentral' };
    expect(
      proposedReceivers(patient, { ...nothing, socialServices: true, municipalHealthCare: true }),
    ).toEqual(['umea-bistand-norr', 'umea-hemsjukvard-norr', 'ersboda-halsocentral']);
  });

  it('cannot be named for a home outside the county', () => {
    const patient = { homeArea: 'atlantis', halsocentral: 'ersboda-halsocentral' };
    expect(() => proposedReceivers(patient, nothing)).toThrow('atlantis');
  });
});
