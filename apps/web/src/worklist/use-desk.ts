import type { RowSelectionState } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { DutyLine, Me } from '../api/types';
import { useNow } from '../use-now';
import { isShown, type Filters } from './filters';
import { found } from './rows';
import { useWorklistTexts } from './texts';
import { idOf, useAssigning } from './use-assigning';
import { useDuties } from './use-duties';
import { useDutyNames } from './use-duty-names';
import { useFilters } from './use-filters';
import { useKvittens } from './use-kvittens';

const NOTHING: readonly DutyLine[] = [];

/** What lies on the unit's desk, which of it is shown and marked, and what is done with it. */
export function useDesk(me: Me) {
  const now = useNow();
  const list = useDuties();
  const nameOf = useDutyNames();
  const { filters, choose } = useFilters();
  const [search, setSearch] = useState('');
  const [selected, setSelected] = useState<RowSelectionState>({});
  const kvittens = useKvittens(useWorklistTexts(), list.reload);
  const assigning = useAssigning(list.reload);
  const all = list.data ?? NOTHING;
  // Thousands of rows: a mark at one of them must not sort out all of them anew.
  const shown = useMemo(() => {
    const ofFilter = all.filter((duty) => isShown(duty, filters.visa, now, me.staff));
    return found(ofFilter, search, nameOf);
  }, [all, filters.visa, now, me.staff, search, nameOf]);
  const toggle = (duty: DutyLine) =>
    setSelected(({ [idOf(duty)]: was, ...others }) =>
      was === true ? others : { ...others, [idOf(duty)]: true },
    );
  return {
    ...{ now, list, all, nameOf, filters, choose, search, setSearch, selected, setSelected },
    ...{ toggle, kvittens, assigning },
    shown,
    chosen: all.filter((duty) => selected[idOf(duty)]),
    acknowledge: (duty: DutyLine) => void kvittens.acknowledge(duty, nameOf(duty)),
    undo: () => void assigning.undo(all),
    showAll: () => {
      setSearch('');
      choose({ visa: 'all' } satisfies Partial<Filters>);
    },
  };
}

/** What the parts of the page share. */
export type Desk = ReturnType<typeof useDesk>;
