import type { Reader } from '@hemgang/access';
import { localDate, type Refusal } from '@hemgang/kernel';
import { HomecomingStore, type NamedHomecoming } from '@hemgang/store';
import { isRefusal, type Incoming } from '../envelope';
import { shownPatient } from '../line-views';
import { lineName } from '../protection/masked';
import type { DirectoryChanges, StaffChange } from '../staffing/changes';
import type { ViewResources } from '../view-resources';
import { accessLine } from '../write';
import { dayOf } from './count';
import { forecastLines, type ExpectedStayView, type ForecastView } from './forecast-view';
import { unitsOfMunicipality } from './municipal-units';
import { setCapacity, type CapacityWish } from './set-capacity';

/**
 * What comes home to a municipality within two weeks, and what its units can receive (record 34). For those
 * who coordinate there; the numbers are of all its units, the names only of the reader's own.
 * @throws DatabaseUnavailable
 */
export class Forecast {
  private readonly changes: DirectoryChanges;
  private readonly homecomings: HomecomingStore;

  constructor(
    changes: DirectoryChanges,
    private readonly on: Pick<ViewResources, 'reads' | 'works'>,
  ) {
    this.changes = changes.asking({ operation: 'setCapacity', isSteppedUp: false });
    this.homecomings = new HomecomingStore(on.works);
  }

  /** Whom the reader is shown by name is noted as a list of them. */
  async read(reader: Reader): Promise<ForecastView | Refusal> {
    const ground = await this.changes.reading(reader, 'read-forecast');
    if (isRefusal(ground)) return ground;
    const units = unitsOfMunicipality(ground).map(({ id }) => id);
    const expected = await this.homecomings.of(units);
    const named = await this.on.reads.read(reader, async (query) => {
      const own = await query.homecomings(reader.unit);
      const shown = own.flatMap((each) => shownPatient(each.person, each.case, each.version));
      const line = accessLine(reader, 'list:forecast', ground.now, null, null);
      await query.appendList(line, shown);
      return own;
    });
    const huvudman = ground.living.at(ground.now).huvudmanOf(reader.unit);
    return {
      municipality: { id: huvudman?.id ?? '', name: huvudman?.name ?? '' },
      today: localDate(ground.now),
      ...forecastLines(ground, expected),
      stays: named.map((each) => stayView(each, reader)).sort(byDay),
    };
  }

  /** What a unit can receive from now on; once per key. */
  setCapacity(
    reader: Reader,
    unit: string,
    wish: CapacityWish,
    request: Incoming,
  ): Promise<StaffChange | Refusal> {
    return this.changes.run(reader, 'set-capacity', unit, request, (ground) =>
      setCapacity(ground, unit, wish),
    );
  }
}

function stayView(stay: NamedHomecoming, { language }: Reader): ExpectedStayView {
  return { case: stay.case, day: dayOf(stay), patient: lineName(stay.person, language) };
}

function byDay(a: ExpectedStayView, b: ExpectedStayView): number {
  return a.day.localeCompare(b.day) || a.case.localeCompare(b.case);
}
