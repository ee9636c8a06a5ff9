import { groupBy } from '@hemgang/kernel';
import { query } from '@hemgang/testing';
import { byMeasure, LINES, LIVE, waited, type Counted, type Line } from './recount.fixture';

type Sums = Readonly<Record<string, Record<string, Counted>>>;

/** What is said of waiting in a stay, day by day. */
const WAITING = `(measure in ('beds', 'ready-days', 'ready-days-all', 'cause-unknown') or measure like 'cause:%')`;

/** The kept sums of waiting at every crossing of a hospital and a municipality, over all days. */
export async function keptCrossings(url: string): Promise<Sums> {
  const rows = await query<Counted & { place: string; measure: string }>(
    url,
    `select place, measure, sum(count)::int as count, sum(whole)::int as whole from figure_sums
     where place like 'hospital:%+municipality:%' and ${WAITING}
     group by place, measure order by place, measure`,
  );
  return sumsOf([...groupBy(rows, ({ place }) => place)]);
}

/** The same, counted in the plainest way from the raw log: by the ward that had the patient last, and who pays. */
export async function recountedCrossings(url: string, today: string): Promise<Sums> {
  const lines = await query<Line>(url, LINES);
  const stays = await query<{ caseId: string; place: string }>(url, BELONGS);
  const byPlace = [...groupBy(stays, ({ place }) => place)].map(([place, its]) => {
    const ids = new Set(its.map(({ caseId }) => caseId));
    const own = lines.filter(({ caseId }) => ids.has(caseId));
    return [place, waited(own, today)] as const;
  });
  return sumsOf(byPlace);
}

function sumsOf(
  places: readonly (readonly [string, readonly (Counted & { readonly measure: string })[]])[],
): Sums {
  const found = places.map(([place, rows]) => [place, byMeasure(rows)] as const);
  return Object.fromEntries(found.filter(([, sums]) => Object.keys(sums).length > 0));
}

/** The ward that admitted the patient or took her over last; whoever placed her, or where she is known to live. */
const BELONGS = `
  with ${LIVE}, said as (
    select l.case_id, l.seq, l.type, e.actor ->> 'unit' as unit, l.payload ->> 'placedBy' as placed_by,
           l.given -> 'person' ->> 'municipality' as home
    from live l join events e using (case_id, seq)
  ), stay as (
    select case_id,
           (array_agg(unit order by seq desc) filter (where type in ('admit', 'accept-move')))[1] as ward,
           (array_agg(placed_by) filter (where type = 'admit'))[1] as placed_by,
           (array_agg(home order by seq desc) filter (where home is not null))[1] as home,
           bool_or(type = 'move-wrong-person') as another
    from said group by case_id
  )
  select s.case_id as "caseId", 'hospital:' || h.id || '+municipality:' ||
         case when another then home else coalesce(placed_by, home) end as place
  from stay s join units u on u.id = s.ward
  join hospitals h on h.id = u.hospital and h.kind = 'hospital'
  where coalesce(placed_by, home) is not null`;
