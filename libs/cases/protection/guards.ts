import { emergencyMs } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import type { Clock } from '@hemgang/kernel';
import {
  AccessLog,
  BlockStore,
  CaseStore,
  EmergencyStore,
  PersonStore,
  ProtectionStore,
  type Databases,
} from '@hemgang/store';
import { Emergencies } from '../emergency/emergencies';
import type { WorkflowRegistry } from '../registry';
import { Blocks } from './blocks';
import { ProtectedIdentities } from './protected-identities';

/** What keeps things from readers, and how they get past it. */
export interface Guards {
  readonly protection: ProtectedIdentities;
  readonly blocks: Blocks;
  readonly emergencies: Emergencies;
}

export interface GuardsGround {
  readonly registry: WorkflowRegistry;
  readonly databases: Databases;
  readonly clock: Clock;
  /** Time that nobody moves: a proof of who one is grows old by it. */
  readonly realClock: Clock;
  /** How long a nödöppning lasts; undefined: as long as the program says. */
  readonly emergencyMinutes: number | undefined;
  directory(): Directory;
  /** After a commit: wakes the relay. A hint only. */
  afterCommit(): void;
}

/** Puts together who hides, who blocks and who opens in an emergency. */
export function openGuards(ground: GuardsGround): Guards {
  const { registry, databases, clock, realClock } = ground;
  const { writes, works } = databases;
  const shared = {
    ...{ clock, realClock, directory: () => ground.directory() },
    access: new AccessLog(works),
    cases: new CaseStore(works),
    persons: new PersonStore(works),
  };
  return {
    // A grade changes the person, which only the command writer may.
    protection: new ProtectedIdentities({
      ...shared,
      registry,
      protections: new ProtectionStore(writes),
    }),
    blocks: new Blocks({ ...shared, blocks: new BlockStore(works) }),
    emergencies: new Emergencies({
      ...shared,
      emergencies: new EmergencyStore(works),
      openMs: emergencyMs(ground.emergencyMinutes),
      afterCommit: () => ground.afterCommit(),
    }),
  };
}
