import { Directory } from '@hemgang/directory';
import { DEMO_COUNTY } from '@hemgang/demo';
import { issuerSchema } from './issuer';
import { personOf, type Claims } from './person-of';

const LOA3 = 'http://id.sambi.se/loa/loa3';
const directory = new Directory(DEMO_COUNTY);
const nameOf = (assignment: string) => {
  const { employee = null, commission = null } = directory.assignment(assignment) ?? {};
  return { employee, commission };
};

const ANNA = 'anna-lundgren-nus-medicin-2';
const MARIA = 'maria-forsberg-umea-bistand-norr';
const REGION = 'SE0000000024-TEST-ORG';
const REGION_BOARD = 'region-24-halso-och-sjukvardsnamnden';

const common = {
  name: { sv: 'SITHS', en: 'SITHS' },
  url: 'https://idp.test',
  client: { id: 'hemgang', auth: { method: 'client_secret_basic', secret: 'x'.repeat(32) } },
  acr: [LOA3],
};

const siths = issuerSchema.parse({
  ...common,
  id: 'siths',
  mapping: {
    employee: 'employeeHsaId',
    organisation: 'healthCareProviderHsaId',
    commission: 'commissionHsaId',
    purpose: 'commissionPurpose',
  },
  purposes: { 'Vård och behandling': 'care', Administration: 'administration' },
  speaksFor: [{ organisation: REGION, controllers: [REGION_BOARD] }],
});

const umea = issuerSchema.parse({
  ...common,
  id: 'umea',
  mapping: { employee: 'employee_id' },
  speaksFor: [{ controllers: [directory.controllerOf('umea-bistand-norr')?.id] }],
});

const annas: Claims = {
  sub: 'anna',
  acr: LOA3,
  employeeHsaId: nameOf(ANNA).employee,
  healthCareProviderHsaId: REGION,
  commissionHsaId: nameOf(ANNA).commission,
  commissionPurpose: 'Vård och behandling',
};
const marias: Claims = { sub: 'maria', acr: LOA3, employee_id: nameOf(MARIA).employee };

describe('claims stand for a person', () => {
  it('in the commission that the provider has signed her in with', () => {
    expect(personOf(annas, siths, directory)).toEqual({
      staff: 'anna-lundgren',
      acr: LOA3,
      assignments: [{ id: ANNA, purpose: 'care' }],
    });
  });

  it('in one of several commissions: the named one alone', () => {
    const { employee, commission } = nameOf('karin-nyberg-nus-medicin-3');
    const karins = { ...annas, sub: 'karin', employeeHsaId: employee, commissionHsaId: commission };
    expect(personOf(karins, siths, directory)).toMatchObject({
      assignments: [{ id: 'karin-nyberg-nus-medicin-3' }],
    });
  });

  it('without a commission, by employee id and organisation, in all roles granted there', () => {
    expect(personOf(marias, umea, directory)).toEqual({
      staff: 'maria-forsberg',
      acr: LOA3,
      assignments: [{ id: MARIA, purpose: 'social-services' }],
    });
    const petras = { ...marias, employee_id: nameOf('petra-ohman-norsjo-bistand').employee };
    const norsjo = { ...umea, speaksFor: [{ controllers: controllersOf('norsjo-bistand') }] };
    expect(personOf(petras, norsjo, directory)).toMatchObject({
      assignments: [{ id: 'petra-ohman-norsjo-bistand' }, { id: 'petra-ohman-norsjo-hemtjanst' }],
    });
  });
});

function controllersOf(unit: string): string[] {
  return [directory.controllerOf(unit)?.id ?? ''];
}

describe('claims are refused', () => {
  it.each([
    ['loa-too-low', { acr: 'http://id.sambi.se/loa/loa2' }],
    ['loa-too-low', { acr: undefined }],
    ['loa-too-low', { acr: [LOA3] }],
    ['employee-missing', { employeeHsaId: undefined }],
    ['employee-missing', { employeeHsaId: '' }],
    ['employee-unknown', { employeeHsaId: 'SE0000000024-TEST-99999' }],
    ['organisation-not-of-issuer', { healthCareProviderHsaId: 'SE0000002480-TEST-ORG' }],
    ['organisation-not-of-issuer', { healthCareProviderHsaId: undefined }],
    ['commission-missing', { commissionHsaId: undefined }],
    ['commission-missing', { commissionHsaId: 'SE0000000024-TEST-U2' }],
    ['purpose-unknown', { commissionPurpose: 'Forskning' }],
    ['purpose-unknown', { commissionPurpose: undefined }],
    ['purpose-unknown', { commissionPurpose: 'constructor' }],
  ])('as %s with %j', (refused, change) => {
    expect(personOf({ ...annas, ...change }, siths, directory)).toEqual({ refused });
  });

  it("when another controller's staff is claimed by an issuer that does not speak for it", () => {
    const stolen = { ...marias, employee_id: nameOf(ANNA).employee };
    expect(personOf(stolen, umea, directory)).toEqual({ refused: 'organisation-not-of-issuer' });
  });

  it('as soon as the assignment is gone', () => {
    const assignments = DEMO_COUNTY.assignments.filter(({ id }) => id !== ANNA);
    const without = new Directory({ ...DEMO_COUNTY, assignments });
    expect(personOf(annas, siths, without)).toEqual({ refused: 'employee-unknown' });
  });
});
