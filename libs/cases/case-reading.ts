import {
  isBlocked,
  judgeAccess,
  type FieldGroup,
  type Mask,
  type Reader,
  type Reading,
  type Relation,
} from '@hemgang/access';
import type { Refusal } from '@hemgang/kernel';
import type { AttachmentLines, CaseViewRows, CaseWrite, Query } from '@hemgang/store';
import type { Beside, CaseRows, Told } from './case-type';
import { caseTypeOf, type ViewAt } from './case-types';
import { knownUnits } from './disclosure/known-units';
import { isRefusal } from './envelope';
import { masked } from './masked';
import { directoryFor } from './names';
import { previewView, type PreviewView } from './preview/preview-view';
import { shieldedContents } from './protection/masked';
import { patientOperations } from './protection/patient-operations';
import { shieldOf } from './protection/shield';
import { relationByRows } from './relation';
import type { ViewResources } from './view-resources';
import { accessLine } from './write';

/** Which case is asked for, what of it, and what the access log says. */
export interface AskedCase {
  readonly path: string;
  readonly id: string;
  readonly reading: Reading;
  readonly action: string;
}

/** A case that is read beside another. */
interface OtherCase {
  readonly id: string;
  readonly reading: Reading;
  readonly action: string;
  readonly may: (rows: CaseRows) => boolean;
}

/** What is put into words from content that was disclosed. */
const CONTENT_GROUPS: readonly FieldGroup[] = ['contents', 'money'];

/**
 * The way from a case to what one reader is shown of it: found or not, judged by the policy, logged,
 * put into words and masked.
 */
export class CaseReading {
  constructor(private readonly on: ViewResources) {}

  /** Reads of a case in the reader's own database context; what is asked stands in the access log. */
  async read<Result>(
    asked: AskedCase,
    reader: Reader,
    show: (told: Told, query: Query) => Result | Promise<Result>,
  ): Promise<Result | Refusal> {
    return this.readNoting(asked, reader, async (told, query, { taken }) => {
      await query.appendAccess([taken]);
      return show(told, query);
    });
  }

  /**
   * The same where what is read may not be there: then `show` writes one of the lines in the statement
   * that looks for it.
   */
  async readNoting<Result>(
    { path, id, reading, action }: AskedCase,
    reader: Reader,
    show: (told: Told, query: Query, lines: AttachmentLines) => Promise<Result>,
  ): Promise<Result | Refusal> {
    return this.on.reads.read(reader, async (query) => {
      const stored = await query.caseView(id, this.tellsLog(path));
      const told = this.foundBy(path, reading, stored, reader);
      if (isRefusal(told)) {
        await this.noteRefused(query, action, id, reader);
        return told;
      }
      const { personId } = told.rows.case;
      const how = told.emergencyUntil === null ? action : `emergency:${action}`;
      const taken = accessLine(reader, how, told.now, id, personId);
      const refused = accessLine(reader, `refused:${action}`, told.now, id, personId);
      return show(told, query, { taken, refused });
    });
  }

  /**
   * The case in words, without what the reader is not shown.
   * @param read opens the reader's context for what the case's type asks for beside it
   */
  async shown<Path extends string>(
    told: Told,
    read: <Found>(work: (query: Query) => Promise<Found>) => Promise<Found>,
  ): Promise<ViewAt<Path>> {
    const { reader, rows, mask } = told;
    const beside = this.beside(reader, read);
    const shown = caseTypeOf(rows.case.type);
    return masked(await shown.view(told, beside), shown.fields, mask) as ViewAt<Path>;
  }

  /** What may be asked for beside a case. @param read opens the reader's context for it */
  beside(
    reader: Reader,
    read: <Found>(work: (query: Query) => Promise<Found>) => Promise<Found>,
  ): Beside {
    return {
      signer: this.on.signer,
      otherCase: (id, reading, action, may) =>
        read((query) => this.otherCase(query, { id, reading, action, may }, reader)),
    };
  }

  /** Whether a case at this path is told with its log. */
  tellsLog(path: string): boolean {
    const type = this.on.registry.byPath(path)?.definition.type;
    return type !== undefined && caseTypeOf(type).tellsLog;
  }

  /** A case of this type as the reader may see it. One that does not exist looks like another's. */
  foundBy(
    path: string,
    reading: Reading,
    stored: CaseViewRows | null,
    reader: Reader,
  ): Told | Refusal {
    const isOfType = stored?.case.type === this.on.registry.byPath(path)?.definition.type;
    return stored === null || !isOfType
      ? { code: 'NOT_FOUND' }
      : this.judged(reading, stored, reader);
  }

  /**
   * @param mask what the reader is shown
   * @param emergencyUntil until when an emergency opening lets her see it; null: something else does
   */
  told(
    { contents, blocks, ...stored }: CaseViewRows,
    reader: Reader,
    mask: Mask,
    emergencyUntil: Told['emergencyUntil'] = null,
  ): Told {
    const { type, state } = stored.case;
    const workflow = this.on.registry.of(type, state.workflowVersion);
    // What must not be shown is not there to be put into words either.
    const isTold = CONTENT_GROUPS.some((group) => mask.has(group));
    const now = this.on.clock.now();
    const shield = shieldOf(stored, reader);
    const open = contents.filter(({ unit }) => !isBlocked(blocks, unit, reader, now));
    const rows = { ...stored, contents: isTold ? shieldedContents(open, shield) : [] };
    const whole = this.on.directory();
    const isKnown = knownUnits({ ...stored, contents: open }, reader, whole);
    const directory = directoryFor(whole, reader, isKnown);
    const facts = {
      ...{ workflow, rows, reader, shield, emergencyUntil },
      isBlocked: open.length < contents.length,
    };
    return {
      ...{ ...facts, directory, now, mask },
      patientOperations: patientOperations({ ...facts, blocks }),
    };
  }

  /** What a command would write, told to who would give it; that it is refused is only noted. */
  preview(
    path: string,
    id: string,
    write: CaseWrite | Refusal,
    reader: Reader,
  ): Promise<PreviewView | Refusal> {
    const asked = { path, id, reading: 'case', action: 'read:preview' } as const;
    return isRefusal(write)
      ? this.refused(asked, write, reader)
      : this.read(asked, reader, (told) => previewView(told, write));
  }

  /** Hands on why nothing is shown, once that is in the access log. */
  async refused(
    { action, id }: Pick<AskedCase, 'action' | 'id'>,
    refusal: Refusal,
    reader: Reader,
  ): Promise<Refusal> {
    await this.on.reads.read(reader, (query) => this.noteRefused(query, action, id, reader));
    return refusal;
  }

  /**
   * Which case was asked for is noted whether it exists or not: whoever may not see it cannot tell, and
   * whoever follows the log up can.
   */
  private async noteRefused(
    query: Query,
    action: string,
    id: string,
    reader: Reader,
  ): Promise<void> {
    const line = accessLine(reader, `refused:${action}`, this.on.clock.now(), id, null);
    await query.appendAccess([line]);
  }

  private judged(reading: Reading, rows: CaseViewRows, reader: Reader): Told | Refusal {
    const relation = this.relationTo(rows, reader);
    const { type } = rows.case;
    const answer = judgeAccess({ asks: 'read', reading, type, relation, by: reader });
    if (!answer.isAllowed) return answer.refusal;
    const emergencyUntil = relation === 'emergency' ? rows.openedUntil : null;
    return this.told(rows, reader, answer.mask, emergencyUntil);
  }

  /** Another unit of a party's controller may have opened the case in an emergency (PDL 4:4-4:5). */
  private relationTo(rows: CaseViewRows, reader: Reader): Relation {
    const relation = relationByRows(rows, reader, this.on.directory());
    const isOpen = rows.openedUntil !== null && rows.openedUntil > this.on.clock.now();
    return isOpen && relation === 'controller' ? 'emergency' : relation;
  }

  private async otherCase(
    query: Query,
    { id, reading, action, may }: OtherCase,
    reader: Reader,
  ): Promise<Told | null> {
    const isEarlier = reading === 'previous-stay';
    const rows = await (isEarlier ? query.earlierStay(id) : query.caseView(id));
    if (rows === null || !may(rows)) return null;
    const told = this.judged(reading, rows, reader);
    if (isRefusal(told)) return null;
    await query.appendAccess([accessLine(reader, action, told.now, id, rows.case.personId)]);
    return told;
  }
}
