import { useId, type RefObject } from 'react';
import type { LocalSettings } from '../local-settings';
import { OpenSavedViews } from '../saved-views/open-saved-views';
import { Button } from '../ui/button';
import { SHOWN } from './filters';
import { useWorklistTexts } from './texts';
import type { Desk } from './use-desk';

interface FilterBarProps {
  readonly desk: Pick<Desk, 'filters' | 'choose' | 'search' | 'setSearch'>;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly rows: LocalSettings['rows'];
  readonly onRows: (rows: LocalSettings['rows']) => void;
  readonly onHelp: () => void;
}

/** What of the list is shown, how it is arranged, a search in it, and what was saved of that. */
export function FilterBar(props: FilterBarProps) {
  const { searchField, rows, onRows, onHelp } = props;
  const { filters, search, setSearch } = props.desk;
  const t = useWorklistTexts();
  const id = useId();
  return (
    <div className="filter-bar">
      <Choices desk={props.desk} />
      <label className="search" htmlFor={id}>
        <span>{t.search}</span>
        <input
          ref={searchField}
          id={id}
          type="search"
          autoComplete="off"
          placeholder={t.searchHint}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </label>
      <label className="tick">
        <input
          type="checkbox"
          checked={rows === 'compact'}
          onChange={({ target }) => onRows(target.checked ? 'compact' : 'roomy')}
        />
        {t.compact}
      </label>
      <Button variant="plain" isSmall onPress={onHelp}>
        {t.help}
      </Button>
      <OpenSavedViews label={t.views} page="worklist" shown={{ ...filters }} />
    </div>
  );
}

function Choices({ desk: { filters, choose } }: Pick<FilterBarProps, 'desk'>) {
  const t = useWorklistTexts();
  return (
    <>
      <div role="group" aria-label={t.arranged} className="choices">
        {(
          [
            ['uppgifter', t.byDuty],
            ['patienter', t.byPatient],
          ] as const
        ).map(([ordna, label]) => (
          <Button
            isSmall
            key={ordna}
            aria-pressed={filters.ordna === ordna}
            onPress={() => choose({ ordna })}
          >
            {label}
          </Button>
        ))}
      </div>
      <div role="group" aria-label={t.shown} className="choices">
        {SHOWN.map((visa) => (
          <Button
            isSmall
            key={visa}
            aria-pressed={filters.visa === visa}
            onPress={() => choose({ visa })}
          >
            {t[visa]}
          </Button>
        ))}
      </div>
    </>
  );
}
