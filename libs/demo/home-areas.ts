import type { HomeArea } from './home-area';
import { SKELLEFTEA_HOME_AREAS } from './home-areas-skelleftea';
import { OTHER_HOME_AREAS } from './home-areas-smaller';
import { UMEA_HOME_AREAS } from './home-areas-umea';

/** Where patients of the demo live: all 15 municipalities. */
export const HOME_AREAS: readonly HomeArea[] = [
  ...UMEA_HOME_AREAS,
  ...SKELLEFTEA_HOME_AREAS,
  ...OTHER_HOME_AREAS,
];
