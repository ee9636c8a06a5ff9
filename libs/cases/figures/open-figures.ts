import type { Directory } from '@hemgang/directory';
import type { Clock } from '@hemgang/kernel';
import { FigureStore, MonthFigures, type AccessLog, type Database } from '@hemgang/store';
import { SipFigures } from '../sip/sip-figures';
import { Figures } from './figures';
import { KeepFigures } from './keep-figures';

interface FigureGround {
  readonly database: Database;
  readonly access: AccessLog;
  readonly clock: Clock;
  directory(): Directory;
}

/** What is counted: SIPs out of the log when they are asked for, places from sums that are kept. */
export function openFigures(ground: FigureGround): {
  readonly sip: SipFigures;
  readonly places: Figures;
  readonly keeping: KeepFigures;
} {
  const store = new FigureStore(ground.database);
  return {
    sip: new SipFigures({ ...ground, figures: new MonthFigures(ground.database) }),
    places: new Figures({ ...ground, store }),
    keeping: new KeepFigures({ ...ground, store }),
  };
}
