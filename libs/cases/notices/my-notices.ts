import type { Reader } from '@hemgang/access';
import type { Directory } from '@hemgang/directory';
import { isUuid, type Clock, type Refusal, type Text } from '@hemgang/kernel';
import type { Notify } from '@hemgang/notify';
import type { AccessLog, NoticeWish, OpenedCase } from '@hemgang/store';
import { unitView } from '../names';
import type { WorkflowRegistry } from '../registry';
import { accessLine } from '../write';
import type { NoticeWishesView, ToldCaseView, ToldMessage } from './notice-views';

const NOTHING_SAID: NoticeWishesView = {
  ...{ mail: null, phone: null, mailFor: 'all', smsFor: 'nothing', digestHours: [] },
  ...{ quietFrom: null, quietUntil: null, language: 'sv' },
};

export interface MyNoticesResources {
  readonly registry: WorkflowRegistry;
  readonly notify: Notify;
  readonly access: AccessLog;
  readonly clock: Clock;
  directory(): Directory;
  titleOf(kind: string): Text | null;
}

/** What somebody decides about her own notices, and what she was told. */
export class MyNotices {
  constructor(private readonly on: MyNoticesResources) {}

  async wishes(reader: Reader): Promise<NoticeWishesView> {
    const [found] = await this.on.notify.wishes.of([reader.staff]);
    if (found === undefined) return NOTHING_SAID;
    const { staff: _, ...wishes } = found;
    return wishes;
  }

  /** Gives people an address, by which they are told of everything, and by telephone of what is acute. */
  async begin(addresses: readonly Pick<NoticeWish, 'staff' | 'mail' | 'phone'>[]): Promise<void> {
    const wishes = addresses.map((address) => ({
      ...NOTHING_SAID,
      ...{ smsFor: 'acute' as const, ...address },
    }));
    await this.on.notify.wishes.put(wishes, this.on.clock.now());
  }

  /** Puts the reader's wishes in the place of what she wished before. */
  async wish(reader: Reader, wishes: Omit<NoticeWish, 'staff'>): Promise<NoticeWishesView> {
    const wish: NoticeWish = { ...wishes, staff: reader.staff };
    await this.on.notify.wishes.put([wish], this.on.clock.now());
    return wishes;
  }

  /**
   * What a message to the reader was about; that she opened it stands in its trail. Another's looks
   * like there being none. It names cases and no patient: what they show, the cases decide.
   */
  async open(reader: Reader, message: string): Promise<ToldMessage | Refusal> {
    const found = isUuid(message)
      ? await this.on.notify.deliveries.opened(message, reader.staff, this.on.clock.now())
      : [];
    if (found.length === 0) {
      return refusedAndNoted(this.on, reader, 'open-notice-message', { code: 'NOT_FOUND' });
    }
    const directory = this.on.directory();
    return {
      cases: found.flatMap((part) => (part.caseId === null ? [] : [this.viewOf(part, reader)])),
      views: found.flatMap((part) =>
        part.caseId === null ? [{ id: part.view, unit: unitView(directory, part.unit) }] : [],
      ),
    };
  }

  private viewOf(
    { caseId, type, unit, duty, kind, closedAt }: OpenedCase,
    { staff, language }: Reader,
  ): ToldCaseView {
    const directory = this.on.directory();
    const assignment = directory.assignmentsOf(unit).find((each) => each.staff === staff);
    return {
      ...{ caseId, path: this.on.registry.pathOf(type), unit: unitView(directory, unit), duty },
      assignment: assignment?.id ?? null,
      title: kind === null ? null : (this.on.titleOf(kind)?.[language] ?? null),
      isDone: closedAt !== null,
    };
  }
}

/** The refusal, which stands in the access log from now on. */
export async function refusedAndNoted(
  { access, clock }: MyNoticesResources,
  reader: Reader,
  action: string,
  refusal: Refusal,
): Promise<Refusal> {
  const line = `refused:${action}:${refusal.code}`;
  await access.append([accessLine(reader, line, clock.now(), null, null)]);
  return refusal;
}
