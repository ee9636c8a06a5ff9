import { useId, useState, type SubmitEvent } from 'react';
import type { Problem } from '../api/answer';
import { answerOf, api } from '../api/client';
import type { AskedExperience } from '../api/types';
import { useLanguage } from '../language';
import { pageNames } from '../page-names';
import { PageHeading } from '../router';
import { Button } from '../ui/button';
import { Refusal } from '../ui/refusal';
import { Invitations } from './invitation';
import { useExperienceTexts } from './texts';

const WAYS = ['phone', 'paper'] as const;

/** Asking colleagues, and entering what somebody says on the telephone or has written. */
export function ExperiencePage() {
  const t = useExperienceTexts();
  const { language } = useLanguage();
  const invite = () => answerOf(api.POST('/api/v1/experience/invitations', { body: {} }));
  return (
    <>
      <PageHeading>{pageNames.experience[language]}</PageHeading>
      <p className="lead">{t.lead}</p>
      <Invitations asked={[{ label: t.inviteColleague, invite }]} />
      <Entering />
    </>
  );
}

function Entering() {
  const t = useExperienceTexts();
  const id = useId();
  const [secret, setSecret] = useState('');
  const [asked, setAsked] = useState<AskedExperience | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  const look = async () => {
    const params = { path: { token: secret.trim() } };
    const answer = await answerOf(api.GET('/experience/{token}', { params }));
    setIsSaved(false);
    setProblem(answer.ok ? null : answer.problem);
    setAsked(answer.ok ? answer.data : null);
  };
  const taken = () => {
    setAsked(null);
    setSecret('');
    setIsSaved(true);
  };
  return (
    <section className="panel" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{t.enterHeading}</h2>
      <Refusal problem={problem} />
      <form
        autoComplete="off"
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          void look();
        }}
      >
        <div className="field">
          <label htmlFor={`${id}-code`}>{t.code}</label>
          <p id={`${id}-hint`} className="hint">
            {t.codeHint}
          </p>
          <input
            id={`${id}-code`}
            required
            minLength={16}
            maxLength={40}
            aria-describedby={`${id}-hint`}
            value={secret}
            onChange={({ target }) => setSecret(target.value)}
          />
        </div>
        <div className="buttons">
          <Button type="submit">{t.showQuestions}</Button>
        </div>
      </form>
      <p role="status">{isSaved && t.saved}</p>
      {asked !== null && <Answers secret={secret.trim()} asked={asked} onTaken={taken} />}
    </section>
  );
}

interface AnswersProps {
  readonly secret: string;
  readonly asked: AskedExperience;
  readonly onTaken: () => void;
}

/** The questions of the code, as whoever is asked would see them. */
function Answers({ secret, asked: { questionnaire }, onTaken }: AnswersProps) {
  const t = useExperienceTexts();
  const [given, setGiven] = useState<Readonly<Record<string, number>>>({});
  const [way, setWay] = useState<(typeof WAYS)[number]>('phone');
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async () => {
    const body = { secret, way, answers: given };
    const answer = await answerOf(api.POST('/api/v1/experience/answers', { body }));
    if (answer.ok) onTaken();
    else setProblem(answer.problem);
  };
  const ways = WAYS.map((each) => ({ value: each, text: t[each] }));
  return (
    <form
      autoComplete="off"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{questionnaire.title}</h3>
      <Choice legend={t.way} choices={ways} chosen={way} onChoose={setWay} />
      {questionnaire.questions.map(({ key, text }) => (
        <Choice
          key={key}
          legend={text}
          choices={questionnaire.answers}
          chosen={given[key]}
          onChoose={(value) => setGiven({ ...given, [key]: value })}
        />
      ))}
      <Refusal problem={problem} />
      <div className="buttons">
        <Button type="submit" variant="primary">
          {t.save}
        </Button>
      </div>
    </form>
  );
}

interface ChoiceProps<Value> {
  readonly legend: string;
  readonly choices: readonly { readonly value: Value; readonly text: string }[];
  readonly chosen: Value | undefined;
  readonly onChoose: (value: Value) => void;
}

/** One of a few, all of them in sight. */
function Choice<Value extends string | number>({
  legend,
  choices,
  chosen,
  onChoose,
}: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      {choices.map(({ value, text }) => (
        <label key={value} className="tick">
          <input
            type="radio"
            name={name}
            required
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
