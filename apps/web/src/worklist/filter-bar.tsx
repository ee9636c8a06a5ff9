import { useId, type RefObject } from 'react';
import type { LocalSettings } from '../local-settings';
import { SHOWN, type Filters } from './filters';
import { useWorklistTexts } from './texts';

interface FilterBarProps {
  readonly filters: Filters;
  readonly onChoose: (chosen: Partial<Filters>) => void;
  readonly search: string;
  readonly onSearch: (words: string) => void;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly rows: LocalSettings['rows'];
  readonly onRows: (rows: LocalSettings['rows']) => void;
  readonly onHelp: () => void;
}

/** What of the list is shown, how it is arranged, and a search in it. */
export function FilterBar(props: FilterBarProps) {
  const { filters, onChoose, search, onSearch, searchField, rows, onRows, onHelp } = props;
  const t = useWorklistTexts();
  const id = useId();
  return (
    <div className="filter-bar">
      <div role="group" aria-label={t.arranged} className="choices">
        {(
          [
            ['uppgifter', t.byDuty],
            ['patienter', t.byPatient],
          ] as const
        ).map(([ordna, label]) => (
          <button
            key={ordna}
            type="button"
            aria-pressed={filters.ordna === ordna}
            onClick={() => onChoose({ ordna })}
          >
            {label}
          </button>
        ))}
      </div>
      <div role="group" aria-label={t.shown} className="choices">
        {SHOWN.map((visa) => (
          <button
            key={visa}
            type="button"
            aria-pressed={filters.visa === visa}
            onClick={() => onChoose({ visa })}
          >
            {t[visa]}
          </button>
        ))}
      </div>
      <label className="search" htmlFor={id}>
        <span>{t.search}</span>
        <input
          ref={searchField}
          id={id}
          type="search"
          autoComplete="off"
          placeholder={t.searchHint}
          value={search}
          onChange={({ target }) => onSearch(target.value)}
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
      <button type="button" className="plain" onClick={onHelp}>
        {t.help}
      </button>
    </div>
  );
}
