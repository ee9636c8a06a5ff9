import type { AllowedCommand, AnyCase, CasePath } from '../api/types';
import { Reasons, WhyNot } from '../case/why-not';
import { fill, useLanguage } from '../language';
import { Button } from '../ui/button';
import { restOf, seenStages, type SeenStage, type Situation } from './stage';
import { useStageTexts } from './texts';
import '../styles/stages.css';

interface StagesProps {
  readonly path: CasePath;
  readonly view: AnyCase & Situation;
  /** Opens the form of a command; null while another is open. */
  readonly onChoose: ((command: AllowedCommand) => void) | null;
}

/** Where a case is on its way, where it can go from there, and why nowhere else. */
export function Stages({ path, view, onChoose }: StagesProps) {
  const t = useStageTexts();
  const seen = seenStages(path, view);
  return (
    <section className="stages" aria-labelledby="stages">
      <h3 id="stages">{t.heading}</h3>
      <ol aria-label={t.main} className="stage-road">
        {seen
          .filter(({ isAside }) => !isAside)
          .map((stage) => (
            <OneStage key={stage.key} stage={stage} onChoose={onChoose} />
          ))}
      </ol>
      <h4 id="side-roads">{t.aside}</h4>
      <ul aria-labelledby="side-roads" className="stage-road stage-road-aside">
        {seen
          .filter(({ isAside }) => isAside)
          .map((stage) => (
            <OneStage key={stage.key} stage={stage} onChoose={onChoose} />
          ))}
      </ul>
      <WhyNot title={t.rest} commands={restOf(seen, view)} />
    </section>
  );
}

type OneStageProps = Pick<StagesProps, 'onChoose'> & { readonly stage: SeenStage };

function OneStage({ stage, onChoose }: OneStageProps) {
  const t = useStageTexts();
  const { language } = useLanguage();
  const label = stage.label[language];
  if (stage.isPresent) {
    return (
      <li className="stage stage-present" aria-current="step">
        <strong>{label}</strong>
        <span className="stage-word">{t.here}</span>
      </li>
    );
  }
  const isOpen = stage.open.length > 0;
  return (
    <li className={isOpen ? 'stage stage-open' : 'stage'}>
      <details>
        <summary>
          {label} <span className="stage-word">{isOpen ? t.open : t.shut}</span>
        </summary>
        <div className="stage-more">
          {isOpen && <Open commands={stage.open} onChoose={onChoose} />}
          {stage.follows.map((before) => (
            <p key={before.sv}>{fill(t.byItself, { stage: before[language] })}</p>
          ))}
          <Shut stage={stage} />
        </div>
      </details>
    </li>
  );
}

interface OpenProps extends Pick<StagesProps, 'onChoose'> {
  readonly commands: readonly AllowedCommand[];
}

function Open({ commands, onChoose }: OpenProps) {
  const t = useStageTexts();
  return (
    <>
      <p>{t.leads}:</p>
      <ul className="command-list">
        {commands.map((command) => (
          <li key={command.name}>
            {onChoose === null ? (
              command.label
            ) : (
              <Button isSmall onPress={() => onChoose(command)}>
                {command.label}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Shut({ stage: { open, shut, follows } }: { readonly stage: SeenStage }) {
  const t = useStageTexts();
  if (shut.length === 0) return open.length > 0 || follows.length > 0 ? null : <p>{t.noWay}</p>;
  return <Reasons commands={shut} />;
}
