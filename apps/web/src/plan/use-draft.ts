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
  const read = useResource(`draft of ${sip}`, () => readPlanDraft(sip));
  const [own, setOwn] = useState<PlanDraft | null>(null);
  const [mine, setMine] = useState<PlanDraftWords | null>(null);
  const [unsent, setUnsent] = useState<PlanDraftWords | null>(null);
  const [saving, setSaving] = useState<Saving>({ kind: 'nothing' });
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef<PlanDraftWords | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const version = useRef(0);
  const draft = own ?? read.data;
  const isMine = draft?.turn?.isMine === true;
  useEffect(() => {
    if (own === null) version.current = read.data?.version ?? 0;
  }, [own, read.data]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const inLine = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = line.current.then(work);
    line.current = next.catch(() => undefined);
    return next;
  };
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
  const saveNow = () => {
    clearTimeout(timer.current);
    return inLine(send);
  };
  const saveSoon = useEffectEvent(() => void saveNow());
  const write = (words: PlanDraftWords) => {
    waiting.current = words;
    setMine(words);
    setSaving({ kind: 'waiting' });
    clearTimeout(timer.current);
    timer.current = setTimeout(saveSoon, REST_MS);
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
  useDrafts((change) => {
    if (change.caseId === sip && change.version !== version.current) void reload();
  });
  useLive((change) => {
    if (change === 'anything' || change.caseId === sip) void reload();
  });
  const words = isMine ? (mine ?? draft.words) : (draft?.words ?? null);
  const shown = { draft, problem: read.problem, reload, words, saving, unsent };
  return { ...shown, write, saveNow, pass };
}
