/** One page of a list. */
export interface Page<Item> {
  readonly kind: 'page';
  readonly items: readonly Item[];
  /** Opaque; continues after the last item. Null on the last page. */
  readonly next: string | null;
}

/** The cursor was not made by this list. A value, because a client can send anything. */
export interface BadCursor {
  readonly kind: 'bad-cursor';
}

/**
 * Cuts a page out of rows that were read with one row more than asked for: that row tells that the
 * list goes on, without a count.
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  cursor: (row: Row) => string,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    kind: 'page',
    items: shown.map(item),
    next: rows.length > limit && last !== undefined ? cursor(last) : null,
  };
}
