import type { Directory } from '@hemgang/directory';
import type { Clock } from '@hemgang/kernel';
import {
  CountyNumberStore,
  EventLogStore,
  FigureCaseStore,
  FigureStore,
  MonthFigures,
  type AccessLog,
  type Database,
} from '@hemgang/store';
import { EventLog } from '../event-log/event-log';
import { SipFigures } from '../sip/sip-figures';
import { FigureCases } from './behind';
import { CountyNumbers } from './county-numbers';
import { Figures } from './figures';
import { Packs } from '../pack/packs';
import { KeepFigures } from './keep-figures';

interface FigureGround {
  readonly database: Database;
  /** In the reader's own context. */
  readonly reads: Database;
  readonly access: AccessLog;
  readonly clock: Clock;
  directory(): Directory;
}

/** What is counted: SIPs out of the log when they are asked for, places from sums that are kept. */
export function openFigures(ground: FigureGround): {
  readonly sip: SipFigures;
  readonly places: Figures;
  readonly behind: FigureCases;
  readonly keeping: KeepFigures;
  /** What happened, for those who count by themselves. */
  readonly events: EventLog;
  /** What a joint group freezes of them. */
  readonly packs: Packs;
  /** What only the customer knows. */
  readonly numbers: CountyNumbers;
} {
  const store = new FigureStore(ground.database);
  const numbers = new CountyNumberStore(ground.database);
  const places = new Figures({ ...ground, store, numbers });
  return {
    sip: new SipFigures({ ...ground, figures: new MonthFigures(ground.database) }),
    places,
    behind: new FigureCases({ ...ground, store: new FigureCaseStore(ground.database) }),
    keeping: new KeepFigures({ ...ground, store }),
    events: new EventLog({ ...ground, store: new EventLogStore(ground.database) }),
    packs: new Packs({ ...ground, works: ground.database, figures: places }),
    numbers: new CountyNumbers({ ...ground, numbers }),
  };
}
