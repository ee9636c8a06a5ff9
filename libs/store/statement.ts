/**
 * A statement with the row it gives. The name makes PostgreSQL keep its plan per connection, so it
 * is parsed and planned a few times instead of at every call.
 */
export interface Statement<Row> {
  /** Unique among all statements; the driver refuses a second text under the same name. */
  readonly name: string;
  readonly text: string;
  /** Only a type: what a row looks like once the driver has read it. Never set. */
  readonly row?: Row;
}

/** Whatever can run a statement: the pool, or one connection inside a transaction. */
export interface Queryable {
  /** @throws DatabaseUnavailable when the database cannot be reached or is too slow */
  run<Row>(statement: Statement<Row>, values: readonly unknown[]): Promise<Row[]>;
}
