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
import { Registration1795300000015 } from './0015-registration';
import { Copies1795300000016 } from './0016-copies';
import { Sjukstugor1795300000017 } from './0017-sjukstugor';
import { EventResults1795300000018 } from './0018-event-results';
import { ExternalUnits1795300000019 } from './0019-external-units';
import { PartiesThatLeave1795300000020 } from './0020-parties-that-leave';
import { LinkKey1795300000021 } from './0021-link-key';
import { Incidents1795300000022 } from './0022-incidents';
import { Timelines1795300000023 } from './0023-timelines';
import { CompressedStates1795300000024 } from './0024-compressed-states';
import { LeanLog1795300000025 } from './0025-lean-log';
import { WorklistWithoutFunction1795300000026 } from './0026-worklist-without-function';
import { SaltsAsBytes1795300000027 } from './0027-salts-as-bytes';
import { CasesWithoutPatient1795300000028 } from './0028-cases-without-patient';
import { ListsByType1795300000029 } from './0029-lists-by-type';
import { EndedStays1795300000030 } from './0030-ended-stays';
import { PaymentRates1795300000031 } from './0031-payment-rates';
import { SignIn1795300000033 } from './0033-sign-in';
import { SealedLogs1795300000039 } from './0039-sealed-logs';
import { Walls1795300000040 } from './0040-walls';
import { Disclosures1795300000043 } from './0043-disclosures';
import { ProtectedIdentity1795300000044 } from './0044-protected-identity';
import { EmergencyAndBlocks1795300000045 } from './0045-emergency-and-blocks';
import { Erasures1795300000046 } from './0046-erasures';
import { LogReviews1795300000047 } from './0047-log-reviews';
import { DirectoryOfControllers1795300000048 } from './0048-directory-of-controllers';
import { MachineClients1795300000049 } from './0049-machine-clients';
import { ErasuresAfterARestore1795300000051 } from './0051-erasures-after-a-restore';
import { FilesBesideCases1795300000052 } from './0052-files-beside-cases';
import { OpeningsOfAReader1795300000053 } from './0053-openings-of-a-reader';
import { Deliveries1795300000056 } from './0056-deliveries';
import { NoticeWishes1795300000057 } from './0057-notice-wishes';
import { Webhooks1795300000058 } from './0058-webhooks';
import { Cover1795300000059 } from './0059-cover';
import { Attachments1795300000060 } from './0060-attachments';
import { Avvikelser1795300000061 } from './0061-avvikelser';
import { DutiesWithoutRoom1795300000063 } from './0063-duties-without-room';
import { SnapshotKeys1795300000067 } from './0067-snapshot-keys';
import { SavedViews1795300000068 } from './0068-saved-views';
import { PlanDrafts1795300000069 } from './0069-plan-drafts';
import { Capacity1795300000070 } from './0070-capacity';
import { Figures1795300000071 } from './0071-figures';
import { Experience1795300000074 } from './0074-experience';
import { Packs1795300000076 } from './0076-packs';
import { AgreedMeasures1795300000077 } from './0077-agreed-measures';
import { Hospitals1795300000078 } from './0078-hospitals';
import { CountyNumbers1795300000079 } from './0079-county-numbers';
import { ViewsOfPages1795300000081 } from './0081-views-of-pages';
import { OpenCases1795300000082 } from './0082-open-cases';
import { ViewDeliveries1795300000084 } from './0084-view-deliveries';

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
  Registration1795300000015,
  Copies1795300000016,
  Sjukstugor1795300000017,
  EventResults1795300000018,
  ExternalUnits1795300000019,
  PartiesThatLeave1795300000020,
  LinkKey1795300000021,
  Incidents1795300000022,
  Timelines1795300000023,
  CompressedStates1795300000024,
  LeanLog1795300000025,
  WorklistWithoutFunction1795300000026,
  SaltsAsBytes1795300000027,
  CasesWithoutPatient1795300000028,
  ListsByType1795300000029,
  EndedStays1795300000030,
  PaymentRates1795300000031,
  SignIn1795300000033,
  SealedLogs1795300000039,
  Walls1795300000040,
  Disclosures1795300000043,
  ProtectedIdentity1795300000044,
  EmergencyAndBlocks1795300000045,
  Erasures1795300000046,
  LogReviews1795300000047,
  DirectoryOfControllers1795300000048,
  MachineClients1795300000049,
  ErasuresAfterARestore1795300000051,
  FilesBesideCases1795300000052,
  OpeningsOfAReader1795300000053,
  Deliveries1795300000056,
  NoticeWishes1795300000057,
  Webhooks1795300000058,
  Cover1795300000059,
  Attachments1795300000060,
  Avvikelser1795300000061,
  DutiesWithoutRoom1795300000063,
  SnapshotKeys1795300000067,
  SavedViews1795300000068,
  PlanDrafts1795300000069,
  Capacity1795300000070,
  Figures1795300000071,
  Experience1795300000074,
  Packs1795300000076,
  AgreedMeasures1795300000077,
  Hospitals1795300000078,
  CountyNumbers1795300000079,
  ViewsOfPages1795300000081,
  OpenCases1795300000082,
  ViewDeliveries1795300000084,
];
