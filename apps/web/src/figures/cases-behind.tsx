import { useState } from 'react';
import { answerOf, api } from '../api/client';
import type { FigureCases, FigureCasesQuery, Figures } from '../api/types';
import { caseAddress } from '../case/address';
import { fill, useLanguage, useTexts } from '../language';
import { useList } from '../list';
import { Link } from '../router';
import { formatLocalDay } from '../time';
import { Button } from '../ui/button';
import { Failure } from '../ui/failure';
import { More } from '../ui/more';
import { useBehindTexts } from './behind-texts';

type Figure = Figures['figures'][number];

/** One figure of a stretch of days, both ends among them. */
interface Asked {
  readonly place: string;
  readonly and?: string;
  readonly measure: FigureCasesQuery['measure'];
  readonly from: string;
  readonly to: string;
}

interface CasesBehindProps {
  readonly asked: Asked;
  /** How its numbers are read. */
  readonly figure: Pick<Figure, 'kind' | 'unit'>;
  /** What the stretch is called. */
  readonly name: string;
}

/** The way from a number to the cases that it is made of. */
export function CasesBehind({ asked, figure, name }: CasesBehindProps) {
  const t = useBehindTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        variant="plain"
        isSmall
        aria-expanded={isOpen}
        aria-label={fill(isOpen ? t.hideOf : t.showOf, { name })}
        onPress={() => setIsOpen(!isOpen)}
      >
        {isOpen ? t.hide : t.show}
      </Button>
      {isOpen && <Cases asked={asked} figure={figure} />}
    </>
  );
}

function Cases({ asked, figure }: Omit<CasesBehindProps, 'name'>) {
  const t = useBehindTexts();
  const { loading } = useTexts();
  const list = useList(`cases behind ${JSON.stringify(asked)}`, (cursor, limit) =>
    readCases({ ...asked, limit, ...(cursor === null ? {} : { cursor }) }),
  );
  const { data } = list;
  return (
    <>
      <Failure resource={list} />
      {data === null && list.problem === null && <p>{loading}</p>}
      {data !== null && (
        <>
          <ul>
            {data.items.map((each) => (
              <Line key={each.id} line={each} figure={figure} />
            ))}
          </ul>
          <p className="hint" role="status">
            {data.items.length === 0 && data.next === null && `${t.none} `}
            {data.others === null ? t.fewOthers : fill(t.others, { count: data.others })}
          </p>
        </>
      )}
      <More list={list} />
    </>
  );
}

interface LineProps extends Pick<CasesBehindProps, 'figure'> {
  readonly line: FigureCases['items'][number];
}

function Line({ line, figure: { kind, unit } }: LineProps) {
  const t = useBehindTexts();
  const { language } = useLanguage();
  const { id, type, patient, stateText, day, count, whole } = line;
  const said = { day: formatLocalDay(day, language), count, whole, unit };
  return (
    <li>
      <Link to={caseAddress(type, id)}>{patient?.name ?? stateText}</Link>{' '}
      {patient !== null && `${stateText}. `}
      {fill(t[kind], said)}
    </li>
  );
}

function readCases(query: Asked & { readonly limit: number; readonly cursor?: string }) {
  return answerOf(api.GET('/api/v1/figures/cases', { params: { query } }));
}
