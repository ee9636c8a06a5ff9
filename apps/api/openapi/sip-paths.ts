import { listOf, readOfCase, type Paths } from './operation';

/** What SIPs have beside what every type of case has. */
export const sipPaths: Paths = {
  '/api/v1/sips/{id}/stays': {
    get: readOfCase(
      'listStaysToLink',
      'sips',
      'Stays of the same person that your unit is a party of, the open ones first',
      listOf('StayToLink'),
    ),
  },
};
