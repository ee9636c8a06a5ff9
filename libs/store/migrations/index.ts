import { Directory1795300000001 } from './0001-directory';
import { Persons1795300000002 } from './0002-persons';
import { Cases1795300000003 } from './0003-cases';
import { Commands1795300000004 } from './0004-commands';
import { Outbox1795300000005 } from './0005-outbox';
import { Sessions1795300000006 } from './0006-sessions';
import { Demo1795300000007 } from './0007-demo';
import { LinkedCases1795300000008 } from './0008-linked-cases';
import { SeenByCommand1795300000012 } from './0012-seen-by-command';
import { ExpiredKeys1795300000013 } from './0013-expired-keys';
import { Cooperation1795300000014 } from './0014-cooperation';
import { Copies1795300000016 } from './0016-copies';
import { Registration1795300000015 } from './0015-registration';
import { Incidents1795300000018 } from './0018-incidents';

/**
 * Every change of the schema, oldest first. One that has been released is never edited: the next
 * change is a new file. A migration only goes forward; the way back is a new migration.
 */
export const MIGRATIONS = [
  Directory1795300000001,
  Persons1795300000002,
  Cases1795300000003,
  Commands1795300000004,
  Outbox1795300000005,
  Sessions1795300000006,
  Demo1795300000007,
  LinkedCases1795300000008,
  SeenByCommand1795300000012,
  ExpiredKeys1795300000013,
  Cooperation1795300000014,
  Copies1795300000016,
  Registration1795300000015,
  Incidents1795300000018,
];
