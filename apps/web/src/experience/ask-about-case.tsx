import { answerOf, api } from '../api/client';
import type { AnyCase, Me } from '../api/types';
import { worksWith } from '../case/patient-sheet-link';
import { Disclosure } from '../ui/disclosure';
import { LinkButton } from '../ui/link-button';
import { Invitations } from './invitation';
import { useExperienceTexts } from './texts';

interface AskAboutCaseProps {
  readonly path: 'discharges' | 'sips';
  readonly view: AnyCase;
  readonly me: Me;
}

/** Asks the patient or a relative how it went; for those who hand out her sheet. */
export function AskAboutCase({ path, view, me }: AskAboutCaseProps) {
  const t = useExperienceTexts();
  if (!worksWith(view, me)) return null;
  return (
    <Disclosure summary={t.ask}>
      <p>{t.askHint}</p>
      <Invitations asked={path === 'discharges' ? ofStay(view.id, t) : ofSip(view.id, t)} />
      <p>
        <LinkButton to="/erfarenhet">{t.enterHere}</LinkButton>
      </p>
    </Disclosure>
  );
}

function ofStay(id: string, t: ReturnType<typeof useExperienceTexts>) {
  return (['after-discharge', 'at-follow-up'] as const).map((kind) => ({
    label: t[kind],
    invite: () =>
      answerOf(
        api.POST('/api/v1/discharges/{id}/experience', {
          params: { path: { id } },
          body: { kind },
        }),
      ),
  }));
}

function ofSip(id: string, t: ReturnType<typeof useExperienceTexts>) {
  return (['after-sip', 'at-follow-up'] as const).map((kind) => ({
    label: t[kind],
    invite: () =>
      answerOf(
        api.POST('/api/v1/sips/{id}/experience', { params: { path: { id } }, body: { kind } }),
      ),
  }));
}
