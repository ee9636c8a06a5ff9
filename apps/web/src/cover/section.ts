import type { Cover, Me } from '../api/types';

/** What each part of the page is given. */
export interface SectionProps {
  readonly cover: Cover;
  readonly me: Me;
  readonly reload: () => Promise<void>;
}

export type Watch = Cover['watches'][number];
export type Turn = Watch['turns'][number];
export type Hours = Cover['units'][number]['hours'];
