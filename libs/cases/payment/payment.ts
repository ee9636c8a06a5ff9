import type { Directory } from '@hemgang/directory';
import {
  REGION_CODE,
  type Clock,
  type Language,
  type LocalDate,
  type Refusal,
} from '@hemgang/kernel';
import { EndedStays, LinkKeyStore, RateStore, type Database, type Query } from '@hemgang/store';
import { monthsTogether, policyFor, withRates, type PaymentPolicy } from '@workflows/payment';
import { judgeAccess, operator, type Reader } from '@hemgang/access';
import type { BasisSource, MonthBasis } from '../settlement/basis-source';
import { relationByRows } from '../relation';
import { accessLine } from '../write';
import { Comparison, type PaymentComparison } from './compare';
import { logsAsOf, stayLogs } from './logs';
import { lastDayOf, monthBasis, monthsUntil } from './month-basis';
import type { PaymentView } from './payment-view';
import { municipalityOf, placesOf } from './places';
import { PaymentRates } from './rates';
import { shieldedPayment } from './shielded-payment';
import { paymentView } from './show-payment';
import { stayFacts, type StayFacts, type StayLogs } from './stay-facts';
import { endedStays, type EndedStay, type EndedStayResources } from './stays-of-months';

export interface PaymentResources {
  /** In the reader's own context. */
  readonly reads: Database;
  /** What is reckoned over many cases, and for an operator. */
  readonly works: Database;
  readonly clock: Clock;
  directory(): Directory;
}

/** Which recorded stays are held against which two policies. */
export interface AskedComparison {
  /** The first day on which a stay ended, and the last. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly policies: readonly [PaymentPolicy, PaymentPolicy];
}

type Stored = Awaited<ReturnType<Query['caseView']>>;

/** Betalningsansvar on recorded cases: read from their logs, reckoned by workflows/payment. */
export class Payment implements BasisSource {
  /** The amounts that the customer enters. */
  readonly rates: PaymentRates;
  private readonly stays: EndedStayResources;
  private readonly keys: LinkKeyStore;

  constructor(private readonly on: PaymentResources) {
    const { works, clock } = on;
    this.stays = { ended: new EndedStays(works), clock, directory: () => on.directory() };
    this.keys = new LinkKeyStore(works);
    this.rates = new PaymentRates({ ...on, rates: new RateStore(works) });
  }

  /**
   * The days of one stay, for the ward's side and for the municipality that pays. To everybody else
   * there is no such case.
   * @param version the log as it was when it had so many events, and what is otherwise now; null: now
   * @throws DatabaseUnavailable
   */
  async ofCase(id: string, reader: Reader, version: number | null): Promise<PaymentView | Refusal> {
    const rates = await this.rates.inForce();
    return this.on.reads.read(reader, async (query) => {
      const stored = await query.caseView(id);
      const logs = await this.logsOf(stored);
      const facts = logs === null ? null : this.factsOf(logs);
      const isShown = facts !== null && maySee(stored, facts, reader, this.on.directory());
      const action = isShown ? 'read:payment' : 'refused:read:payment';
      const person = isShown ? (stored?.case.personId ?? null) : null;
      const line = accessLine(reader, action, this.on.clock.now(), id, person);
      await query.appendAccess([line]);
      if (!isShown || stored === null || logs === null) return { code: 'NOT_FOUND' };
      const current = stored.case.version;
      if (version !== null && (version < 1 || version > current)) return { code: 'NOT_FOUND' };
      const isOld = version !== null && version < current;
      const then = isOld ? this.factsOf(logsAsOf(logs, version)) : facts;
      const view = paymentView({
        caseId: id,
        version: version ?? current,
        asOf: this.on.clock.now(),
        facts: then ?? facts,
        now: isOld ? facts : null,
        rates,
        language: reader.language,
      });
      return isShielded(stored)
        ? shieldedPayment(view, this.codeOf(reader), reader.language)
        : view;
    });
  }

  /**
   * The same for an operator, who is no party and is shown no patient; the look is logged.
   * @returns null when there is no such stay
   * @throws DatabaseUnavailable
   */
  async inspect(id: string, language: Language): Promise<PaymentView | null> {
    const rates = await this.rates.inForce();
    return this.on.works.read('system', async (query) => {
      const stored = await query.caseView(id);
      const logs = await this.logsOf(stored);
      const facts = logs === null ? null : this.factsOf(logs);
      if (stored === null || facts === null) return null;
      const { personId, version } = stored.case;
      const asOf = this.on.clock.now();
      const line = accessLine(operator(language), 'inspect:payment', asOf, id, personId);
      await query.appendAccess([line]);
      const view = paymentView({ caseId: id, version, asOf, facts, now: null, rates, language });
      return isShielded(stored) ? shieldedPayment(view, null, language) : view;
    });
  }

  /**
   * What a municipality's stays that ended in a month come to, by the policy that binds it then.
   * @param municipality SCB code @param month `YYYY-MM`
   * @throws DatabaseUnavailable
   */
  async monthBasis(municipality: string, month: string): Promise<MonthBasis> {
    const circumstances = { payer: municipality, region: REGION_CODE, on: `${month}-01` };
    const rates = await this.rates.inForce();
    const policy = withRates(policyFor({ ...circumstances, careType: 'somatic' }), rates);
    const months = monthsUntil(month, monthsTogether(policy));
    const stays: EndedStay[] = [];
    for await (const stay of endedStays(this.stays, `${months[0]}-01`, lastDayOf(month))) {
      if (stay.municipality === municipality) stays.push(stay);
    }
    const key = await this.keys.load();
    return monthBasis({ municipality, months, policy, rates, key }, stays);
  }

  /**
   * Two policies on the same recorded stays, municipality by municipality.
   * @throws DatabaseUnavailable
   */
  async compare({ from, to, policies }: AskedComparison): Promise<PaymentComparison> {
    const rates = await this.rates.inForce();
    const [a, b] = policies;
    const comparison = new Comparison([withRates(a, rates), withRates(b, rates)]);
    for await (const stay of endedStays(this.stays, from, to)) comparison.add(stay);
    return { from, to, policies: [a.id, b.id], ...comparison.result() };
  }

  /**
   * The logs that a stay's days are reckoned from, as of the case that was found; null for what is no
   * stay. They are not read in the reader's context: days rest on the SIPs of a stay, too, of which
   * not every party of the stay is one. The SIPs themselves are not shown.
   */
  private async logsOf(stored: Stored): Promise<StayLogs | null> {
    if (stored?.case.type !== 'discharge') return null;
    const { id, version } = stored.case;
    const logs = stayLogs([id], await this.stays.ended.logsOf(id)).get(id);
    if (logs === undefined) return null;
    const lines = logs.stay.lines.filter(({ seq }) => seq <= version);
    return { ...logs, stay: { ...logs.stay, lines } };
  }

  /** SCB code of the municipality that the reader works for; null: for the region. */
  private codeOf({ unit }: Reader): string | null {
    return municipalityOf(this.on.directory(), unit);
  }

  private factsOf(logs: StayLogs): StayFacts | null {
    return stayFacts(logs, placesOf(this.on.directory(), REGION_CODE), this.on.clock.now());
  }
}

function isShielded(stored: NonNullable<Stored>): boolean {
  return stored.person !== null && stored.person.protection !== null;
}

/** A ward that has or had the patient, or a receiver of a municipality that pays; no executor, no stranger. */
function maySee(
  stored: Stored,
  { payers }: StayFacts,
  reader: Reader,
  directory: Directory,
): boolean {
  if (stored === null) return false;
  const relation = relationByRows(stored, reader, directory);
  const { type } = stored.case;
  const answer = judgeAccess({ asks: 'read', reading: 'payment', type, relation, by: reader });
  if (!answer.isAllowed) return false;
  const { unit } = reader;
  if (stored.parties.some((party) => party.unit === unit && party.handover === null)) return true;
  const municipality = municipalityOf(directory, unit);
  return municipality !== null && payers.some(({ payer }) => payer.municipality === municipality);
}
