import { query } from '@hemgang/testing';

const JUMP = `
  with moved as (
    update clock set offset_ms = offset_ms + $1::bigint returning offset_ms
  )
  select (extract(epoch from clock_timestamp()) * 1000 + offset_ms - $1)::float8 as "fromMs",
         pg_notify('hemgang', 'clock')
  from moved`;

/** Something that was due at one instant and done at another, by the service's own time. */
export interface Done {
  readonly dueMs: number;
  readonly doneMs: number;
}

/**
 * The demo's clock, moved forward again and again so that reminders of days come due in seconds.
 * What becomes due inside a jump is due when the clock jumped.
 */
export class JumpingClock {
  private readonly jumps: { readonly fromMs: number; readonly byMs: number }[] = [];

  constructor(private readonly databaseUrl: string) {}

  async jump(byMs: number): Promise<void> {
    const [row] = await query<{ fromMs: number }>(this.databaseUrl, JUMP, [byMs]);
    if (row !== undefined) this.jumps.push({ fromMs: row.fromMs, byMs });
    // On a slow machine one jump may answer after the next.
    this.jumps.sort((a, b) => a.fromMs - b.fromMs);
  }

  /** How late it was in real milliseconds, and when it was due. */
  lateness({ dueMs, doneMs }: Done): { readonly dueMs: number; readonly lateMs: number } {
    const due = this.real(dueMs);
    return { dueMs: due, lateMs: this.real(doneMs) - due };
  }

  /** The real time at which the service's time was `ms`; both are milliseconds since 1970. */
  private real(ms: number): number {
    let shift = 0;
    for (const { fromMs, byMs } of this.jumps) {
      if (ms < fromMs) break;
      if (ms < fromMs + byMs) return fromMs - shift;
      shift += byMs;
    }
    return ms - shift;
  }
}
