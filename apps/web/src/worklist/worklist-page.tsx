import { useRef, useState } from 'react';
import type { DutyLine, Me } from '../api/types';
import { fill, useTexts } from '../language';
import { keepSetting, localSettings } from '../local-settings';
import { PageHeading } from '../router';
import { Failure } from '../ui/failure';
import { Updated } from '../ui/updated';
import { ChosenBar } from './chosen-bar';
import { DutyList } from './duty-list';
import type { DutyTableHandle } from './duty-table';
import { FilterBar } from './filter-bar';
import { PatientsOfUnit } from './patients-of-unit';
import { ShortcutHelp, useHelp } from './shortcut-help';
import { useWorklistTexts } from './texts';
import { useDesk, type Desk } from './use-desk';
import { useShortcuts } from './use-shortcuts';

/** What the reader's unit must do, the most pressing first: by duty, or one line for each patient. */
export function WorklistPage({ me }: { readonly me: Me }) {
  const t = useTexts();
  const desk = useDesk(me);
  const [settings, setSettings] = useState(localSettings);
  const keep = (chosen: Partial<typeof settings>) => {
    keepSetting(chosen);
    setSettings(localSettings());
  };
  const help = useHelp();
  const table = useRef<DutyTableHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const withCurrent = (act: (duty: DutyLine) => void) => () => {
    const duty = table.current?.current();
    if (duty) act(duty);
  };
  useShortcuts(settings.shortcuts === 'on', {
    j: () => table.current?.move(1),
    k: () => table.current?.move(-1),
    e: withCurrent(desk.acknowledge),
    x: withCurrent(desk.toggle),
    u: () => desk.assigning.mayUndo && desk.undo(),
    '/': () => searchField.current?.focus(),
    '?': help.show,
  });
  const { list, shown, filters, kvittens } = desk;
  const isByPatient = filters.ordna === 'patienter';
  return (
    <div className={`worklist rows-${settings.rows}`}>
      <div className="worklist-head">
        <PageHeading>{t.worklist}</PageHeading>
        <p>{fill(t.worklistFor, { unit: me.unit.name })}</p>
      </div>
      <FilterBar
        desk={desk}
        searchField={searchField}
        rows={settings.rows}
        onRows={(rows) => keep({ rows })}
        onHelp={help.show}
      />
      <p role="status" className={kvittens.said === '' ? '' : 'saved'}>
        {kvittens.said}
      </p>
      <Failure resource={{ problem: kvittens.problem, reload: list.reload }} />
      <Failure resource={list} />
      {list.data === null && list.problem === null && <p>{t.loading}</p>}
      {list.data !== null && isByPatient && (
        <PatientsOfUnit
          mayHandOver={me.may.operations.includes('handOverPatients')}
          duties={shown}
          isNarrowed={filters.visa !== 'all'}
          now={desk.now}
          search={desk.search}
        />
      )}
      {list.data !== null && !isByPatient && <DutyList desk={desk} handle={table} />}
      <ChosenBar desk={desk} />
      <Foot desk={desk} />
      <ShortcutHelp
        areOn={settings.shortcuts === 'on'}
        onSwitch={(on) => keep({ shortcuts: on ? 'on' : 'off' })}
        dialog={help.dialog}
      />
    </div>
  );
}

/** How much there is, how much of it is shown, and when it was read. */
function Foot({ desk: { list, all, shown } }: { readonly desk: Desk }) {
  const t = useWorklistTexts();
  if (list.data === null) return null;
  const isAll = shown.length === all.length;
  const counts = { count: shown.length, all: all.length };
  return (
    <p className="list-foot">
      <span>
        {fill(isAll ? t.count : t.countOf, counts)}
        {!list.isWhole && ` ${t.reading}`}
      </span>
      <Updated of={list.data} />
    </p>
  );
}
