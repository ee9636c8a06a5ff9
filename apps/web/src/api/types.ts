import type { components } from '../generated/api';

/* The shapes of the public contract, under the names that this app uses. */

type Schemas = components['schemas'];

export type Case = Schemas['DischargeView'];
export type CaseSummary = Schemas['DischargeSummary'];
export type CaseEvent = Schemas['Event'];
export type Duty = Schemas['Duty'];
export type DutyLine = Schemas['DutyLine'];
export type AllowedCommand = Schemas['AllowedCommand'];
export type Party = Schemas['Party'];
export type Handover = Schemas['Handover'];
export type ReceiverUnit = Schemas['ReceiverUnit'];
export type Colleague = Schemas['Colleague'];
export type Me = Schemas['Me'];
export type DemoUser = Schemas['DemoUser'];

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

type Shown = `${string}View` | `${string}Summary`;

/** Bodies of all commands of a discharge, the opening one too. */
type Bodies = {
  [
    Name in keyof Schemas as Name extends Shown
      ? never
      : Name extends `Discharge${string}`
        ? Name
        : never
  ]: Schemas[Name];
};

/** Every field that a command may ask for, whatever it lies in. */
export type CommandField = FieldsIn<Bodies[keyof Bodies]>;

type FieldsIn<Body> = Body extends readonly unknown[]
  ? never
  : Body extends object
    ? { [Name in keyof Body & string]-?: Name | FieldsIn<NonNullable<Body[Name]>> }[keyof Body &
        string]
    : never;
