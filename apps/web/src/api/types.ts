import type { components, paths } from '../generated/api';

/* The shapes of the public contract, under the names that this app uses. */

type Schemas = components['schemas'];

/** A stay in hospital. */
export type Case = Schemas['DischargeView'];
export type CaseSummary = Schemas['DischargeSummary'];
export type Sip = Schemas['SipView'];
export type SipSummary = Schemas['SipSummary'];
export type StayToLink = Schemas['StayToLink'];
export type Settlement = Schemas['SettlementView'];
export type SettlementSummary = Schemas['SettlementSummary'];
export type Avvikelse = Schemas['AvvikelseView'];
export type AvvikelseSummary = Schemas['AvvikelseSummary'];
export type AvvikelsePatterns = Schemas['AvvikelsePatterns'];
export type AvvikelseLine = Schemas['AvvikelseLine'];
/** What the cases behind a figure are asked for by. */
export type FigureCasesQuery = paths['/api/v1/figures/cases']['get']['parameters']['query'];
/** What a joint group has before it. */
export type JointGroup = Schemas['JointGroup'];
export type Pack = Schemas['Pack'];
export type RowIdentity = Schemas['RowIdentity'];
/** A case as it stood at an instant. */
export type Past<View> = Omit<Schemas['PastDischarge'], 'case'> & { readonly case: View };
/** A patient on the wall of a ward. */
export type BoardLine = Schemas['BoardLine'];
export type Payment = Schemas['Payment'];
/** What is written of a SIP's next plan, and whose turn it is. */
export type PlanDraft = Schemas['PlanDraft'];
export type PlanDraftWords = NonNullable<PlanDraft['words']>;
export type TurnStep = BodyAt<paths['/api/v1/sips/{id}/draft/turn']>['step'];
/** What a case of every type shows. */
export type AnyCase = Omit<Sip, 'sip' | 'state'> & { readonly state: string };
/** The path segment of a type of case. */
export type CasePath = 'discharges' | 'sips' | 'settlements' | 'avvikelser';
/** Of a type of case whose parties write to each other. */
export type MessagePath = Extract<CasePath, 'discharges' | 'sips'>;
export type FigureCases = Schemas['FigureCases'];
export type CaseEvent = Schemas['Event'];
/** A file of a message. */
export type Attachment = Schemas['Attachment'];
export type Disclosure = Schemas['Disclosure'];
export type Message = Schemas['Message'];
/** Something the reader's unit was told. */
export type Notice = Schemas['Notice'];
export type NoticeWishes = Schemas['NoticeWishes'];
export type ToldCase = Schemas['ToldCase'];
export type ToldView = Schemas['ToldView'];
export type Delivery = Schemas['Delivery'];
export type DeliveryLine = Schemas['DeliveryLine'];
export type Duty = Schemas['Duty'];
export type SavedView = Schemas['SavedView'];
/** Questions to whoever has a code, a new code, and what came of them. */
export type AskedExperience = Schemas['AskedExperience'];
export type ExperienceInvitation = Schemas['ExperienceInvitation'];
export type Experience = Schemas['Experience'];
export type DutyLine = Schemas['DutyLine'];
export type AllowedCommand = Schemas['AllowedCommand'];
export type OtherCommand = Schemas['OtherCommand'];
export type Party = Schemas['Party'];
export type Handover = Schemas['Handover'];
export type ReceiverUnit = Schemas['ReceiverUnit'];
export type Receivers = Schemas['DischargeReceivers'];
export type Preview = Schemas['Preview'];
export type Colleague = Schemas['Colleague'];
export type HandedOver = Schemas['HandedOver'];
export type LogReview = Schemas['LogReview'];
export type LogReviewLine = Schemas['LogReviewLine'];
export type PatientExtract = Schemas['PatientExtract'];
export type Me = Schemas['Me'];
export type StaffMember = Schemas['StaffMember'];
export type StaffAssignment = StaffMember['assignments'][number];
export type StaffChange = Schemas['StaffChange'];
export type ToConfirm = Schemas['ToConfirm'];
export type MachineClient = Schemas['MachineClient'];
export type Webhook = Schemas['Webhook'];
export type DeadWebhook = Schemas['DeadWebhook'];
export type OwnUnit = Schemas['OwnUnit'];
export type Cover = Schemas['Cover'];
export type Forecast = Schemas['Forecast'];
export type Overview = Schemas['Overview'];
export type Figures = Schemas['Figures'];
export type DemoUser = Schemas['DemoUser'];
export type Issuer = Schemas['Issuer'];
export type Opened = Schemas['Opened'];
export type Emergency = Schemas['Emergency'];
export type BlockedUnit = Schemas['BlockedUnit'];
export type ProtectionContacts = Schemas['ProtectionContacts'];
/** What can be done about a patient beside the commands. */
export type PatientOperation = AnyCase['patientOperations'][number];
/** How far an identity is protected. */
export type Grade = NonNullable<BodyAt<paths['/api/v1/protected-identities']>['grade']>;
/** Who tells of a spärr or of an objection. */
export type Teller = BodyAt<paths['/api/v1/blocks']>['toldBy'];
/** On which ground blocked entries are read. */
export type ReleaseKind = BodyAt<paths['/api/v1/blocks/releases']>['kind'];
/** Why a patient's cases are opened in an emergency. */
export type EmergencyReason = BodyAt<paths['/api/v1/emergency-openings']>['reason'];

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

type BodyAt<At> = At extends {
  post: { requestBody: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

/** Bodies of all commands, the opening ones too; a draft is none. */
type Bodies = {
  [
    At in keyof paths as At extends `${string}/draft${'' | '/turn'}` ? never : At
  ]: At extends `/api/v1/${CasePath}${string}` ? BodyAt<paths[At]> : never;
};

/** Every field that a command may ask for, whatever it lies in. */
export type CommandField = FieldsIn<Bodies[keyof Bodies]>;

type FieldsIn<Body> = Body extends readonly (infer Item)[]
  ? FieldsIn<Item>
  : Body extends object
    ? { [Name in keyof Body & string]-?: Name | FieldsIn<NonNullable<Body[Name]>> }[keyof Body &
        string]
    : never;
