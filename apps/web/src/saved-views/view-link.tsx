import { Link } from '@tanstack/react-router';
import type { SavedView } from '../api/types';
import { filtersOf, searchOf } from '../worklist/filters';
import type { ViewedPage } from './viewed-page';

interface ViewLinkProps {
  readonly view: SavedView;
  /** Of the page itself, where it does not follow its address. */
  readonly onOpen?: ((query: ViewedPage['shown']) => void) | undefined;
}

/** A saved view by its name, leading to its page as it is then. */
export function ViewLink({ view, onOpen }: ViewLinkProps) {
  return (
    <Link
      {...addressOf(view)}
      replace={onOpen !== undefined}
      activeOptions={{ exact: true, includeSearch: true }}
      onClick={() => onOpen?.(view.query)}
    >
      {view.name}
    </Link>
  );
}

function addressOf({ page, query }: SavedView) {
  return page === 'figures'
    ? ({ to: '/statistik', search: query } as const)
    : ({ to: '/', search: searchOf(filtersOf(query)) } as const);
}
