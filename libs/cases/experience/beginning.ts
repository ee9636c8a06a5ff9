import type { LocalDate } from '@hemgang/kernel';
import type { ExperienceStore, ExperienceWay } from '@hemgang/store';
import { QUESTIONNAIRES, type ExperienceKind } from './questionnaires';

/** What somebody has answered, question by question; more values than questions are left out. */
interface GivenAnswer {
  readonly kind: ExperienceKind;
  readonly unit: string;
  readonly municipality: string;
  /** Its Monday. */
  readonly week: LocalDate;
  readonly way: ExperienceWay;
  readonly values: readonly number[];
}

/** What was answered before the service began: invented, in a demo, and counted like all else. */
export class ExperienceBeginning {
  constructor(private readonly store: ExperienceStore) {}

  /**
   * Counts answers of weeks that are over; once, also when it is called again.
   * @throws DatabaseUnavailable
   */
  begin(answers: readonly GivenAnswer[]): Promise<void> {
    return this.store.begin(
      answers.flatMap(({ kind, values, ...where }) => {
        const { version, questions } = QUESTIONNAIRES[kind];
        return Object.keys(questions).flatMap((question, nth) => {
          const answer = values[nth];
          return answer === undefined ? [] : [{ ...where, kind, version, question, answer }];
        });
      }),
    );
  }
}
