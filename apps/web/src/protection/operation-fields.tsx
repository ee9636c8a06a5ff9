import { useState } from 'react';
import type { Answer } from '../api/answer';
import {
  blockEntries,
  endBlock,
  endObjection,
  handleOutside,
  objectToDisclosure,
  setGrade,
} from '../api/protection';
import { readColleagues } from '../api/reads';
import type { AnyCase, Grade, PatientOperation, Teller } from '../api/types';
import { useLanguage, useTexts } from '../language';
import { useResource } from '../resource';
import { isFoundBy } from '../search';
import { Failure } from '../ui/failure';
import { ContactsForm } from './contacts-form';
import { OneOf } from './one-of';
import { OperationForm } from './operation-form';
import { ReleaseForm } from './release-form';
import { gradeWords } from './words';

interface OperationProps {
  readonly view: AnyCase;
  readonly label: string;
  /** @param said what was done; its label where there is no more to say */
  readonly onDone: (said?: string) => void;
  readonly onCancel: () => void;
}

/** The form of an operation. */
export function OperationFields({
  operation,
  ...props
}: OperationProps & { readonly operation: PatientOperation }) {
  const { id } = props.view;
  switch (operation) {
    case 'setProtection':
      return <GradeForm {...props} />;
    case 'nameProtectionContacts':
      return <ColleaguesForm {...props} />;
    case 'handleOutside':
      return <AloneForm {...props} send={() => handleOutside(id)} />;
    case 'blockEntries':
      return <TellerForm {...props} send={(toldBy) => blockEntries(id, toldBy)} />;
    case 'endBlock':
      return <AloneForm {...props} send={() => endBlock(id)} />;
    case 'listBlockedUnits':
      return <ReleaseForm caseId={id} onDone={props.onDone} onCancel={props.onCancel} />;
    case 'objectToDisclosure':
      return <TellerForm {...props} send={(toldBy) => objectToDisclosure(id, toldBy)} />;
    case 'endObjection':
      return <AloneForm {...props} send={() => endObjection(id)} />;
  }
}

const GRADES = Object.keys(gradeWords) as Grade[];

function GradeForm({ view, label, onDone, onCancel }: OperationProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const [grade, setChosen] = useState<Grade | null>();
  const grades = GRADES.map((value) => ({
    value,
    label: gradeWords[value].name[language],
    means: gradeWords[value].means[language],
  }));
  const none = { value: null, label: t.gradeNone, means: t.gradeOfNone };
  return (
    <OperationForm
      label={label}
      isComplete={grade !== undefined}
      send={() => setGrade(view.id, grade ?? null)}
      onDone={() => onDone()}
      onCancel={onCancel}
    >
      <OneOf<Grade | null>
        legend={t.grade}
        options={view.protection === null ? grades : [...grades, none]}
        chosen={grade}
        onChoose={setChosen}
      />
    </OperationForm>
  );
}

/** Whoever works with the patient names two of her unit. */
function ColleaguesForm({ view, label, onDone, onCancel }: OperationProps) {
  const colleagues = useResource('colleagues', readColleagues);
  const [name, setName] = useState('');
  const people = colleagues.data?.items ?? [];
  return (
    <>
      <Failure resource={colleagues} />
      <ContactsForm
        label={label}
        caseId={view.id}
        people={people.filter((each) => isFoundBy(name, each.name))}
        name={name}
        onName={setName}
        onDone={() => onDone()}
        onCancel={onCancel}
      />
    </>
  );
}

const TELLERS: readonly Teller[] = ['patient', 'representative', 'guardian'];

interface TellerFormProps extends OperationProps {
  readonly send: (toldBy: Teller) => Promise<Answer<unknown>>;
}

function TellerForm({ label, send, onDone, onCancel }: TellerFormProps) {
  const t = useTexts();
  const [toldBy, setToldBy] = useState<Teller>();
  return (
    <OperationForm
      label={label}
      isComplete={toldBy !== undefined}
      send={() => send(toldBy ?? 'patient')}
      onDone={() => onDone()}
      onCancel={onCancel}
    >
      <OneOf
        legend={t.toldBy}
        options={TELLERS.map((value) => ({ value, label: t[`toldBy.${value}`] }))}
        chosen={toldBy}
        onChoose={setToldBy}
      />
    </OperationForm>
  );
}

interface AloneFormProps extends OperationProps {
  readonly send: () => Promise<Answer<unknown>>;
}

/** Nothing to fill in: what happens has been read. */
function AloneForm({ label, send, onDone, onCancel }: AloneFormProps) {
  return (
    <OperationForm
      label={label}
      isComplete
      send={send}
      onDone={() => onDone()}
      onCancel={onCancel}
    />
  );
}
