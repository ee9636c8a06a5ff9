import { DatabaseUnavailable } from './database-unavailable';

/** More in one statement would make those who wait for the next one wait too long. */
const SEATS = 64;

interface Seat<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** How questions are asked. */
interface Ways<Item, Answer> {
  /** Answers of several items, in their order; undefined where there is none. */
  together(items: readonly Item[]): Promise<readonly (Answer | undefined)[]>;
  /** The answer of one item, whatever it takes. */
  alone(item: Item): Promise<Answer>;
  /** Of what a flight takes one only: the next waits for the next flight. Left out: of nothing. */
  keyOf?(item: Item): string;
}

/**
 * Questions of many callers that leave together: one statement for all that have come while the
 * last one was under way. Nobody waits for company: when nothing is under way a question leaves at the
 * end of this turn of the program, alone.
 *
 * What gets no answer in company is asked once more by itself, and holds up no flight meanwhile: so
 * nobody bears another's fault. When the database itself is not available that would not help, and all
 * are told.
 */
export class Flights<Item, Answer> {
  private waiting: Seat<Item, Answer>[] = [];
  /** One leaves at the end of this turn, or is under way: then the next one fills. */
  private isBusy = false;

  constructor(private readonly ways: Ways<Item, Answer>) {}

  /** The answer to one item. @throws whatever its own question fails with */
  board(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.call();
    });
  }

  private call(): void {
    if (this.isBusy || this.waiting.length === 0) return;
    this.isBusy = true;
    setImmediate(() => void this.fly());
  }

  private async fly(): Promise<void> {
    const seats = this.boarded();
    try {
      const answers = await this.ways.together(seats.map(({ item }) => item));
      for (const [index, seat] of seats.entries()) this.answer(seat, answers[index]);
    } catch (error) {
      const isHopeless = error instanceof DatabaseUnavailable;
      for (const seat of seats) {
        if (isHopeless) seat.reject(error);
        else this.answer(seat, undefined);
      }
    }
    this.isBusy = false;
    this.call();
  }

  private boarded(): Seat<Item, Answer>[] {
    const { ways, waiting } = this;
    if (ways.keyOf === undefined) return waiting.splice(0, SEATS);
    const aboard = new Map<string, Seat<Item, Answer>>();
    const left: Seat<Item, Answer>[] = [];
    for (const seat of waiting) {
      const key = ways.keyOf(seat.item);
      if (aboard.size < SEATS && !aboard.has(key)) aboard.set(key, seat);
      else left.push(seat);
    }
    this.waiting = left;
    return [...aboard.values()];
  }

  private answer({ item, resolve, reject }: Seat<Item, Answer>, answer: Answer | undefined): void {
    if (answer === undefined) this.ways.alone(item).then(resolve, reject);
    else resolve(answer);
  }
}

/** The one answer to a question of one. @throws Error when there is none */
export async function only<Answer>(answers: Promise<readonly Answer[]>): Promise<Answer> {
  const [answer] = await answers;
  if (answer === undefined) throw new Error('A question of one has one answer.');
  return answer;
}
