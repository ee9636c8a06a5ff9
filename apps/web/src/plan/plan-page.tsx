import { useLocation } from '@tanstack/react-router';
import { readContract } from '../api/contract';
import { readSip } from '../api/reads';
import type { PlanDraftWords, Sip } from '../api/types';
import { useTexts } from '../language';
import { useLive } from '../live';
import { useResource } from '../resource';
import { history, Link, PageHeading } from '../router';
import { PlanWords } from '../sip/plan-words';
import { asBefore } from '../sip/sip-kit';
import { Button } from '../ui/button';
import { Failure } from '../ui/failure';
import { useSettled } from '../use-settled';
import { Agenda } from './agenda';
import { NOTHING_WRITTEN, wordsOf } from './draft-values';
import { Editor } from './editor';
import { usePlanTexts } from './texts';
import { Turn } from './turn';
import { useDraft, type DraftInHand } from './use-draft';

/** In the address, so that a shared screen comes back to it. */
const MEETING = '?lage=mote';

/** The next version of a SIP's plan, written together; in a meeting large, with what it goes through. */
export function PlanPage({ id }: { readonly id: string }) {
  const t = usePlanTexts();
  const { loading } = useTexts();
  const found = useResource(`sips ${id}`, () => readSip(id));
  const hand = useDraft(id);
  const reloadSoon = useSettled(found.reload);
  useLive((change) => {
    if (change === 'anything' || change.caseId === id) reloadSoon();
  });
  const isMeeting = useLocation({ select: ({ searchStr }) => searchStr }) === MEETING;
  const address = `/sip/${id}/plan`;
  const view = found.data;
  return (
    <div className={isMeeting ? 'together meeting' : 'together'}>
      <p>
        <Link to={`/sip/${id}`}>{t.toSip}</Link>
      </p>
      <PageHeading>{t.heading}</PageHeading>
      <p>{view?.patient?.name}</p>
      <p>
        <Button
          aria-pressed={isMeeting}
          onPress={() => history.replace(isMeeting ? address : `${address}${MEETING}`)}
        >
          {isMeeting ? t.meetingOff : t.meetingOn}
        </Button>
      </p>
      <Failure resource={found} />
      <Failure resource={hand} />
      {view !== null && hand.draft !== null ? (
        <Together view={view} hand={hand} isMeeting={isMeeting} />
      ) : (
        found.problem === null && hand.problem === null && <p>{loading}</p>
      )}
    </div>
  );
}

interface TogetherProps {
  readonly view: Sip;
  readonly hand: DraftInHand;
  readonly isMeeting: boolean;
}

function Together({ view, hand, isMeeting }: TogetherProps) {
  const contract = useResource('contract', readContract);
  const { draft, words } = hand;
  if (draft === null) return null;
  const isMine = draft.turn?.isMine === true;
  const begin = () => {
    hand.write(firstWords(view));
    void hand.saveNow();
  };
  return (
    <>
      <Turn draft={draft} hand={hand} onBegin={begin} />
      <Unsent hand={hand} view={view} />
      {isMeeting && <Agenda view={view} words={words} write={isMine ? hand.write : null} />}
      <Failure resource={contract} />
      {words !== null &&
        (isMine && contract.data !== null ? (
          <Editor view={view} contract={contract.data} words={words} hand={hand} />
        ) : (
          <PlanWords heading="h3" content={shown(words, view)} />
        ))}
    </>
  );
}

/** What did not get saved before the turn went to somebody else: it is not lost. */
function Unsent({ hand, view }: { readonly hand: DraftInHand; readonly view: Sip }) {
  const t = usePlanTexts();
  const { unsent } = hand;
  if (unsent === null) return null;
  const useMine = async () => {
    await hand.pass('take-over');
    hand.write(unsent);
  };
  return (
    <section className="message" aria-labelledby="unsent">
      <h2 id="unsent">{t.unsent}</h2>
      <PlanWords heading="h3" content={shown(unsent, view)} />
      <Button onPress={() => void useMine()}>{t.useMine}</Button>
    </section>
  );
}

/** A draft begins with the words of the version before. */
function firstWords({ sip }: Sip): PlanDraftWords {
  const before = { ...NOTHING_WRITTEN, responsible: sip.unit.id };
  const last = sip.plan.at(-1)?.content ?? null;
  return last === null ? before : wordsOf(asBefore(sip, last), before);
}

/** The draft as a plan is shown. */
function shown(words: PlanDraftWords, { sip }: Sip) {
  const of = (id: string | null) => sip.units.find(({ unit }) => unit.id === id);
  return {
    ...words,
    measures: words.measures.map(({ unit: id, goal = null, ...measure }) => ({
      ...{ ...measure, goal },
      huvudman: of(id)?.huvudman ?? { id: '', name: '' },
      unit: of(id)?.unit ?? { id: '', name: '', phone: '' },
    })),
  };
}
