import type { Instant, Text } from '@hemgang/kernel';
import type { AnyStateMachine } from 'xstate';
import type { z } from 'zod';
import type { CaseState, MachineState } from './case-state';
import type { CommandDeclaration } from './command';
import type { DutyDeclaration } from './duty';
import type { MachineEvent } from './event';
import type { CorrectableFacts } from './correctable';
import { EngineFault } from './fault';

/** Tag of states in which a region has nothing more to wait for. */
export const OVER = 'over';

/** A unit that takes part in a case, and as what. */
export interface PartyUnit {
  readonly unit: string;
  /** `ward`, `halsocentral`, `executor` … */
  readonly kind: string;
}

/** Who gives the commands of a machine whose unit is outside: nobody there has an account. */
export interface Agent {
  readonly unit: string;
  readonly roles: readonly string[];
}

/** One kind of machine and the duties its states stand for. */
export interface MachineDefinition {
  /** `discharge`, `handover-halsocentral`. */
  readonly kind: string;
  /** What commands address: `discharge`, `handover`. */
  readonly group: string;
  readonly machine: AnyStateMachine;
  readonly input: z.ZodType;
  readonly duties: Readonly<Record<string, DutyDeclaration>>;
  /** The unit whose machine this is: a party of the case, whose staff may command it. */
  unit(context: unknown): string;
  /**
   * Who registers what happened outside the system; every command then says with whom, how and when
   * (`registered`). Absent or null: the unit's own staff act.
   */
  agent?(context: unknown): Agent | null;
  /** Further units that the machine makes parties of the case (an executor, the other end of a move). */
  alsoParties?(context: unknown): readonly PartyUnit[];
  /** True: its own unit is a party already, by another machine. */
  readonly amongParties?: true;
  /**
   * CorrectableFacts of its events that can be corrected; it then handles `corrected` above its regions, so
   * that a correction works after the end too.
   */
  readonly correctable?: CorrectableFacts;
  /**
   * One example of every event the machine handles and of its input: the start check and the
   * model-based tests walk the machine with them.
   */
  readonly samples: {
    readonly input: Readonly<Record<string, unknown>>;
    readonly events: readonly MachineEvent[];
  };
}

/** Something that a case of this type can be told by a linked case; its machines take it as an event. */
export interface FactDeclaration {
  readonly name: string;
  /** How the timeline tells it. */
  readonly label: Text;
  /**
   * The fact that it takes back: no machine takes this one, but the event of the other is struck and
   * the machines go back to where they stood before it.
   */
  readonly takesBack?: string;
}

/** What lists and guards outside the engine need to know of a case without restoring it. */
export interface CaseSummary {
  /** The one stable word for the state of the case. */
  readonly word: string;
  /** Discharge: when the stay ended; the next admission is free from then on. */
  readonly endedAt: Instant | null;
}

/** A type of case: a system of machines, the commands it takes and what it says of itself. */
export interface WorkflowDefinition {
  /** `discharge`; the path segment is its plural. */
  readonly type: string;
  /** Where the plural is not made by an `s`. */
  readonly plural?: string;
  readonly version: number;
  /** Kind and id of the main machine. */
  readonly main: string;
  readonly machines: readonly MachineDefinition[];
  /** The command that opens a case; its payload and the actor make the main machine's input. */
  readonly open: CommandDeclaration;
  openingInput(event: MachineEvent): Readonly<Record<string, unknown>>;
  /** What there may be only one case of, as the opening payload names it; absent: any number. */
  readonly identity?: (payload: Readonly<Record<string, unknown>>) => string;
  readonly commands: readonly CommandDeclaration[];
  /** What linked cases may tell it; addressed to the main machine. */
  readonly facts: readonly FactDeclaration[];
  /** The case of another type that one of these is about; absent: they are about none. */
  readonly about?: (state: CaseState) => string;
  /** Facts that it tells cases of other types; one of those must take each. Absent: none. */
  readonly tells?: readonly string[];
  /** Disclosed entries that carry the patient's facts, and so make her known to the receiver. */
  readonly entriesWithPatient: readonly string[];
  /** Disclosed entries that say only that what was sent is seen to: nobody is told outside. Absent: none. */
  readonly receipts?: readonly string[];
  /** Disclosed entries that stand in the case and nowhere else: they make no notice. Absent: none. */
  readonly unannounced?: readonly string[];
  /** Every word that `summary` can give, in the order of life. */
  readonly words: readonly string[];
  summary(state: CaseState): CaseSummary;
}

/** The units that a machine makes parties of its case. `handover-halsocentral`: a `halsocentral`. */
export function partiesOf(
  definition: MachineDefinition,
  { context }: MachineState,
): readonly PartyUnit[] {
  if (definition.amongParties === true) return alsoPartiesOf(definition, { context });
  const kind = definition.kind.replace(`${definition.group}-`, '');
  const own = { unit: definition.unit(context), kind };
  return [own, ...alsoPartiesOf(definition, { context })];
}

/** The units that a machine names beside its own. */
export function alsoPartiesOf(
  definition: MachineDefinition,
  { context }: Pick<MachineState, 'context'>,
): readonly PartyUnit[] {
  return definition.alsoParties?.(context) ?? [];
}

/** Who acts for a machine's unit; null when its own staff do. */
export function agentOf(definition: MachineDefinition, { context }: MachineState): Agent | null {
  return definition.agent?.(context) ?? null;
}

/** The definition of a machine kind. @throws EngineFault for a kind the workflow does not have */
export function definitionOf(workflow: WorkflowDefinition, kind: string): MachineDefinition {
  const definition = workflow.machines.find((machine) => machine.kind === kind);
  if (definition === undefined) throw new EngineFault(`no machine of kind "${kind}"`);
  return definition;
}
