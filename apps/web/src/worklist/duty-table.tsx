import { FlexRender, useTable, type Row, type RowSelectionState } from '@tanstack/react-table';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { DutyLine } from '../api/types';
import { DUTY_COLUMNS, dutyFeatures, DutyTableContext, type OfTheTable } from './duty-columns';
import { idOf } from './use-assigning';

/** About what a row takes before it has been measured, in px. */
const ROW_PX = 36;

/** Rows above and below the window that are kept ready. */
const OVERSCAN = 12;

interface DutyTableProps extends OfTheTable {
  readonly duties: readonly DutyLine[];
  readonly label: string;
  readonly selected: RowSelectionState;
  readonly onSelect: (selected: RowSelectionState) => void;
  /** Lets keys move in the table. */
  readonly handle: RefObject<DutyTableHandle | null>;
}

/** What keys do with the table. */
export interface DutyTableHandle {
  readonly move: (by: 1 | -1) => void;
  /** The duty of the row that has the focus. */
  readonly current: () => DutyLine | null;
}

/** Every open duty, one row each; only the rows in sight are made, so that thousands stay smooth. */
export function DutyTable(props: DutyTableProps) {
  const { duties, label, selected, onSelect, handle } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const table = useTable({
    features: dutyFeatures,
    columns: DUTY_COLUMNS,
    data: duties,
    getRowId: idOf,
    state: { rowSelection: selected },
    onRowSelectionChange: (change) =>
      onSelect(typeof change === 'function' ? change(selected) : change),
  });
  const { rows } = table.getRowModel();
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const place = body.current?.getBoundingClientRect().top ?? 0;
    setTop(place + window.scrollY);
  }, []);
  const virtual = useWindowVirtualizer<HTMLTableRowElement>({
    count: rows.length,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    scrollMargin: top,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  useHandle(handle, body, duties, (index) => virtual.scrollToIndex(index));
  const items = virtual.getVirtualItems();
  const before = (items[0]?.start ?? top) - top;
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top);
  const ofTheTable = useSteady(props);
  return (
    <DutyTableContext value={ofTheTable}>
      <table className="duties" aria-label={label} aria-rowcount={rows.length + 1}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1}>
              {group.headers.map((header) => (
                <th key={header.id} scope="col" className={`col-${header.id}`}>
                  <FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody ref={body}>
          <Space height={before} />
          {items.map(({ index, key }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <DutyRow
                key={key}
                row={row}
                index={index}
                isSelected={row.getIsSelected()}
                measure={virtual.measureElement}
              />
            );
          })}
          <Space height={after} />
        </tbody>
      </table>
    </DutyTableContext>
  );
}

interface DutyRowProps {
  readonly row: Row<typeof dutyFeatures, DutyLine>;
  readonly index: number;
  readonly isSelected: boolean;
  readonly measure: (row: HTMLTableRowElement | null) => void;
}

/** Made anew only when it changes itself, not whenever the list is scrolled past it. */
const DutyRow = memo(function DutyRow({ row, index, isSelected, measure }: DutyRowProps) {
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={isSelected ? 'selected' : undefined}
    >
      {row.getAllCells().map((cell) => (
        <td key={cell.id} className={`col-${cell.column.id}`}>
          <FlexRender cell={cell} />
        </td>
      ))}
    </tr>
  );
});

/** The same object until the time or a name changes: a mark at one row draws no other one anew. */
function useSteady({ now, nameOf, onAcknowledge }: OfTheTable): OfTheTable {
  const latest = useRef(onAcknowledge);
  useLayoutEffect(() => {
    latest.current = onAcknowledge;
  });
  return useMemo(
    () => ({ now, nameOf, onAcknowledge: (duty) => latest.current(duty) }),
    [now, nameOf],
  );
}

/** Where rows are that are out of sight. */
function Space({ height }: { readonly height: number }) {
  return height > 0 ? (
    <tr aria-hidden className="space">
      <td style={{ height }} />
    </tr>
  ) : null;
}

/** Keys move the focus from link to link, also to rows that have yet to be made. */
function useHandle(
  handle: DutyTableProps['handle'],
  body: RefObject<HTMLTableSectionElement | null>,
  duties: readonly DutyLine[],
  show: (index: number) => void,
): void {
  const wanted = useRef<number | null>(null);
  const rowAt = (index: number) => body.current?.querySelector(`tr[data-index="${index}"]`);
  const indexNow = () => {
    const row = document.activeElement?.closest('tr[data-index]');
    return row && body.current?.contains(row) ? Number(row.getAttribute('data-index')) : null;
  };
  const focusWanted = () => {
    if (wanted.current === null) return;
    const link = rowAt(wanted.current)?.querySelector('a');
    if (link === null || link === undefined) return;
    wanted.current = null;
    link.focus();
  };
  // After each rendering: the row may have been made by it.
  useLayoutEffect(focusWanted);
  useLayoutEffect(() => {
    handle.current = {
      current: () => duties[indexNow() ?? -1] ?? null,
      move: (by) => {
        const from = indexNow();
        const next = from === null ? 0 : Math.min(Math.max(from + by, 0), duties.length - 1);
        wanted.current = next;
        show(next);
        focusWanted();
      },
    };
  });
}
