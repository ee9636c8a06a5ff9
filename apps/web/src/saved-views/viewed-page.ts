import type { SavedView } from '../api/types';

/** A page that has saved views, as it stands now. */
export interface ViewedPage {
  readonly page: SavedView['page'];
  /** What stands in its address. */
  readonly shown: Readonly<Record<string, string>>;
}
