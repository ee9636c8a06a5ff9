/* The shapes of the public contract, under the names that this app uses. */

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
}

export interface ReceiverUnit extends Unit {
  readonly kind: string;
  readonly municipality: string | null;
}

export interface Duty {
  readonly id: string;
  readonly key: string;
  readonly rule: string;
  readonly title: string;
  readonly owner: {
    readonly huvudman: string;
    readonly unit: Unit;
    readonly person: { readonly id: string; readonly name: string } | null;
  };
  readonly openedAt: string;
  readonly dueAt: string | null;
  readonly overdue: boolean;
  readonly closedAt: string | null;
  readonly outcome: string | null;
  readonly handover: string | null;
}

export interface DutyLine extends Duty {
  readonly caseId: string;
  readonly caseType: string;
  readonly patient: { readonly name: string } | null;
}

export interface AllowedCommand {
  readonly name: string;
  readonly label: string;
  readonly consequence: string;
  readonly handover: string | null;
}

export interface OtherCommand {
  readonly name: string;
  readonly label: string;
  readonly whyNot: string;
}

export interface Party {
  readonly id: string;
  readonly huvudman: string;
  readonly unit: Unit;
  readonly kind: string;
  readonly since: string;
  readonly seenAt: string | null;
  readonly acknowledgedAt: string | null;
}

export interface Handover {
  readonly id: string;
  readonly unit: Unit;
  readonly kind: string;
  readonly word: string;
  readonly text: string;
  readonly canReceiveFrom: string | null;
  readonly unacknowledged: readonly {
    readonly id: string;
    readonly entry: string;
    readonly sentAt: string;
  }[];
}

export interface Entry {
  readonly seq: number;
  readonly entry: string;
  readonly legalBasis: string;
  readonly recordedAt: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Patient {
  readonly number: string;
  readonly name: string;
  readonly address: string | null;
  readonly municipality: string | null;
}

interface Summary {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly state: string;
  readonly stateText: string;
  readonly openedAt: string;
  readonly endedAt: string | null;
  readonly closedAt: string | null;
}

export interface CaseSummary extends Summary {
  readonly ward: Unit;
  readonly patient: { readonly name: string } | null;
}

export interface Case extends Summary {
  readonly why: string;
  readonly patient: Patient | null;
  readonly expectedDischargeAt: string | null;
  readonly utskrivningsklar: { readonly judgedAt: string; readonly sentAt: string | null } | null;
  readonly duties: readonly Duty[];
  readonly allowedCommands: readonly AllowedCommand[];
  readonly otherCommands: readonly OtherCommand[];
  readonly parties: readonly Party[];
  readonly handovers: readonly Handover[];
  readonly entries: readonly Entry[];
}

export interface CaseEvent {
  readonly seq: number;
  readonly type: string;
  readonly title: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: {
    readonly system: string | null;
    readonly person: { readonly id: string; readonly name: string } | null;
    readonly unit: Unit | null;
  };
  readonly handover: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly opened: readonly { readonly id: string; readonly title: string }[];
  readonly closed: readonly {
    readonly id: string;
    readonly title: string;
    readonly outcome: string;
  }[];
}

export interface Me {
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  readonly huvudman: string;
  readonly roles: readonly string[];
}

export interface DemoUser {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly unitId: string;
  readonly huvudman: string;
  readonly roles: readonly string[];
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}
