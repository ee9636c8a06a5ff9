import { useNavigate, useSearch } from '@tanstack/react-router';
import type { RowSelectionState } from '@tanstack/react-table';
import { useRef, useState } from 'react';
import type { Me } from '../api/types';
import { fill, useTexts } from '../language';
import { keepSetting, localSettings } from '../local-settings';
import { PageHeading } from '../router';
import { Failure } from '../ui/failure';
import { Refusal } from '../ui/refusal';
import { Updated } from '../ui/updated';
import { useNow } from '../use-now';
import { ChosenBar } from './chosen-bar';
import { DutyTable, type DutyTableHandle } from './duty-table';
import { FilterBar } from './filter-bar';
import { filtersOf, isShown, searchOf, type Filters } from './filters';
import { PatientsOfUnit } from './patients-of-unit';
import { found } from './rows';
import { ShortcutHelp, useHelp } from './shortcut-help';
import { useWorklistTexts } from './texts';
import { idOf, useAssigning } from './use-assigning';
import { useDuties } from './use-duties';
import { useDutyNames } from './use-duty-names';
import { useKvittens } from './use-kvittens';
import { useShortcuts } from './use-shortcuts';

/** What the reader's unit must do, the most pressing first: by duty, or one line for each patient. */
export function WorklistPage({ me }: { readonly me: Me }) {
  const words = useTexts();
  const t = useWorklistTexts();
  const now = useNow();
  const list = useDuties();
  const nameOf = useDutyNames();
  const [filters, choose] = useFilters();
  const [search, setSearch] = useState('');
  const [selected, setSelected] = useState<RowSelectionState>({});
  const [settings, setSettings] = useState(localSettings);
  const keep = (chosen: Partial<typeof settings>) => {
    keepSetting(chosen);
    setSettings(localSettings());
  };
  const kvittens = useKvittens(t, list.reload);
  const assigning = useAssigning(list.reload);
  const help = useHelp();
  const table = useRef<DutyTableHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);

  const all = list.data ?? [];
  const chosen = all.filter((duty) => selected[idOf(duty)]);
  const chosenBefore = all.filter((duty) => isShown(duty, filters.visa, now, me.staff));
  const shown = found(chosenBefore, search, nameOf);
  const undo = () => void assigning.undo(all);
  const withCurrent = (act: (duty: (typeof all)[number]) => void) => () => {
    const duty = table.current?.current();
    if (duty) act(duty);
  };
  const acknowledge = (duty: (typeof all)[number]) => void kvittens.acknowledge(duty, nameOf(duty));
  useShortcuts(settings.shortcuts === 'on', {
    j: () => table.current?.move(1),
    k: () => table.current?.move(-1),
    e: withCurrent(acknowledge),
    x: withCurrent((duty) =>
      setSelected(({ [idOf(duty)]: was, ...others }) =>
        was ? others : { ...others, [idOf(duty)]: true },
      ),
    ),
    u: () => assigning.mayUndo && undo(),
    '/': () => searchField.current?.focus(),
    '?': help.show,
  });
  return (
    <div className={`worklist rows-${settings.rows}`}>
      <PageHeading>{words.worklist}</PageHeading>
      <p className="worklist-for">{fill(words.worklistFor, { unit: me.unit.name })}</p>
      <FilterBar
        filters={filters}
        onChoose={choose}
        search={search}
        onSearch={setSearch}
        searchField={searchField}
        rows={settings.rows}
        onRows={(rows) => keep({ rows })}
        onHelp={help.show}
      />
      <p role="status" className={kvittens.said === '' ? '' : 'saved'}>
        {kvittens.said}
      </p>
      <Refusal problem={kvittens.problem} />
      <Failure resource={list} />
      {list.data === null && list.problem === null && <p>{words.loading}</p>}
      {list.data !== null && filters.ordna === 'patienter' && (
        <PatientsOfUnit
          duties={shown}
          isNarrowed={filters.visa !== 'all'}
          now={now}
          search={search}
        />
      )}
      {list.data !== null && filters.ordna === 'uppgifter' && (
        <>
          {all.length === 0 && <NothingToDo />}
          {all.length > 0 && shown.length === 0 && (
            <p className="empty">
              {t.nothingMatches}{' '}
              <button
                type="button"
                onClick={() => {
                  setSearch('');
                  choose({ visa: 'all' });
                }}
              >
                {t.showAll}
              </button>
            </p>
          )}
          {shown.length > 0 && (
            <DutyTable
              duties={shown}
              label={words.worklist}
              now={now}
              nameOf={nameOf}
              selected={selected}
              onSelect={setSelected}
              onAcknowledge={acknowledge}
              handle={table}
            />
          )}
        </>
      )}
      <ChosenBar
        chosen={chosen}
        assigning={assigning}
        onUndo={undo}
        onClear={() => setSelected({})}
        nameOf={nameOf}
      />
      {list.data !== null && (
        <p className="list-foot">
          <span>
            {shown.length === all.length
              ? fill(t.count, { count: all.length })
              : fill(t.countOf, { count: shown.length, all: all.length })}
            {!list.isWhole && ` ${t.reading}`}
          </span>
          <Updated of={list.data} />
        </p>
      )}
      <ShortcutHelp
        areOn={settings.shortcuts === 'on'}
        onSwitch={(on) => keep({ shortcuts: on ? 'on' : 'off' })}
        dialog={help.dialog}
      />
    </div>
  );
}

/** What is chosen stands in the address: it can be kept as a bookmark and sent to a colleague. */
function useFilters(): readonly [Filters, (chosen: Partial<Filters>) => void] {
  const filters = filtersOf(useSearch({ strict: false }));
  const navigate = useNavigate();
  return [
    filters,
    (chosen) =>
      void navigate({
        to: '.',
        search: searchOf({ ...filters, ...chosen }) as never,
        replace: true,
      }),
  ];
}

function NothingToDo() {
  const t = useTexts();
  return (
    <div className="empty">
      <p>
        <strong>{t.nothingToDo}</strong>
      </p>
      <p>{t.whatArrivesHere}</p>
    </div>
  );
}
