import { useNavigate, useSearch } from '@tanstack/react-router';
import { filtersOf, searchOf, type Filters } from './filters';

/** What is chosen stands in the address: it can be kept as a bookmark and sent to a colleague. */
export function useFilters(): {
  readonly filters: Filters;
  readonly choose: (chosen: Partial<Filters>) => void;
} {
  const filters = filtersOf(useSearch({ strict: false }));
  const navigate = useNavigate();
  const choose = (chosen: Partial<Filters>) => {
    const search = searchOf({ ...filters, ...chosen });
    void navigate({ to: '.', search, replace: true });
  };
  return { filters, choose };
}
