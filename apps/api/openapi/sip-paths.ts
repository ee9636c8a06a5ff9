import { CASE_PARAMETER, listOf, read, type Paths } from './operation';

/** What SIPs have beside what every type of case has. */
export const sipPaths: Paths = {
  '/api/v1/sips/{id}/stays': {
    get: read(
      'listStaysToLink',
      'sips',
      'Stays of the same person that your unit is a party of, the open ones first',
      listOf('StayToLink'),
      { parameters: [CASE_PARAMETER] },
    ),
  },
};
