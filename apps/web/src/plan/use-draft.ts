import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Answer, Problem } from '../api/answer';
import { passPlanTurn, readPlanDraft, savePlanDraft } from '../api/drafts';
import { serverNow } from '../api/server-time';
import type { PlanDraft, PlanDraftWords, TurnStep } from '../api/types';
import { useDrafts, useLive } from '../live';
import { useResource } from '../resource';

/** So long after the last key what was written is saved. */
const REST_MS = 800;

/** Where what I have written is. */
export type Saving =
  | { readonly kind: 'nothing' | 'waiting' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'not-saved'; readonly problem: Problem };

export interface DraftInHand {
  /** Null until it has been read. */
  readonly draft: PlanDraft | null;
  readonly problem: Problem | null;
  readonly reload: () => Promise<void>;
  /** What stands in the form: mine while it is my turn. */
  readonly words: PlanDraftWords | null;
  readonly saving: Saving;
  /** What I had written when the turn went to somebody else; null: nothing was lost. */
  readonly unsent: PlanDraftWords | null;
  readonly write: (words: PlanDraftWords) => void;
  /** Saves what waits. @returns whether everything is saved */
  readonly saveNow: () => Promise<boolean>;
  readonly pass: (step: TurnStep) => Promise<void>;
}

/** The draft of a SIP's plan: read as others write it, saved as I do. One request at a time. */
export function useDraft(sip: string): DraftInHand {
  const { draft, problem, version, take, readAnew } = useStanding(sip);
  const [mine, setMine] = useState<PlanDraftWords | null>(null);
  const [unsent, setUnsent] = useState<PlanDraftWords | null>(null);
  const [saving, setSaving] = useState<Saving>({ kind: 'nothing' });
  const inLine = useLine();
  const waiting = useRef<PlanDraftWords | null>(null);
  const isMine = draft?.turn?.isMine === true;
  const reload = () => inLine(readAnew);
  const refused = async (answer: Answer<PlanDraft> & { readonly ok: false }) => {
    setSaving({ kind: 'not-saved', problem: answer.problem });
    if (answer.problem.status !== 412 && answer.problem.status !== 409) return;
    // The turn is another's: what stands there now is shown, and mine beside it.
    setUnsent(waiting.current);
    waiting.current = null;
    setMine(null);
    await readAnew();
  };
  const send = async (): Promise<boolean> => {
    const words = waiting.current;
    if (words === null) return true;
    const answer = await savePlanDraft(sip, words, version.current);
    if (!answer.ok) {
      await refused(answer);
      return false;
    }
    take(answer.data);
    setUnsent(null);
    if (waiting.current === words) {
      waiting.current = null;
      setSaving({ kind: 'saved', at: serverNow() });
    }
    return true;
  };
  const rest = useRest(() => void inLine(send));
  const saveNow = () => {
    rest.end();
    return inLine(send);
  };
  const write = (words: PlanDraftWords) => {
    waiting.current = words;
    setMine(words);
    setSaving({ kind: 'waiting' });
    rest.begin();
  };
  const pass = async (step: TurnStep) => {
    if (step === 'release' && !(await saveNow())) return;
    await inLine(async () => {
      const answer = await passPlanTurn(sip, step);
      setMine(null);
      setSaving(answer.ok ? { kind: 'nothing' } : { kind: 'not-saved', problem: answer.problem });
      if (answer.ok) take(answer.data);
      else await readAnew();
    });
  };
  useNews(sip, (written) => {
    if (written !== version.current) void reload();
  });
  const words = isMine ? (mine ?? draft.words) : (draft?.words ?? null);
  const shown = { draft, problem, reload, words, saving, unsent };
  return { ...shown, write, saveNow, pass };
}

/** The draft as it was last read or answered, and its version for the next save. */
function useStanding(sip: string) {
  const read = useResource(`draft of ${sip}`, () => readPlanDraft(sip));
  const [own, setOwn] = useState<PlanDraft | null>(null);
  const version = useRef(0);
  useEffect(() => {
    if (own === null) version.current = read.data?.version ?? 0;
  }, [own, read.data]);
  const take = (answered: PlanDraft) => {
    version.current = answered.version;
    setOwn(answered);
  };
  const readAnew = async () => {
    const answer = await readPlanDraft(sip);
    if (answer.ok) return take(answer.data);
    await read.reload();
    return setOwn(null);
  };
  return { draft: own ?? read.data, problem: read.problem, version, take, readAnew };
}

/** One request after the other, in the order in which they were asked for. */
function useLine() {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = last.current.then(work);
    last.current = next.catch(() => undefined);
    return next;
  };
}

/** Calls `act` when nothing has begun the rest anew for a while. */
function useRest(act: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useEffectEvent(act);
  useEffect(() => () => clearTimeout(timer.current), []);
  const end = () => clearTimeout(timer.current);
  const begin = () => {
    end();
    timer.current = setTimeout(latest, REST_MS);
  };
  return { begin, end };
}

/** Calls `react` when the draft or its SIP may have changed; with the draft's version when it is known. */
function useNews(sip: string, react: (version: number | null) => void): void {
  useDrafts((change) => {
    if (change.caseId === sip) react(change.version);
  });
  useLive((change) => {
    if (change === 'anything' || change.caseId === sip) react(null);
  });
}
