import type { JobHandler } from '.';
import { HandlersDoNotMatch } from '.';
import { testCatalogue } from './contract/catalogue.contract';
import { checkHandlers } from './job-handler';

type Handler = JobHandler<typeof testCatalogue>;

const doNothing = { handle: () => Promise.resolve(), onExhausted: () => Promise.resolve() };
const count: Handler = { name: 'count', ...doNothing };
const stumble: Handler = { name: 'stumble', ...doNothing };

describe('the handlers given at start', () => {
  const check =
    (...handlers: Handler[]) =>
    () =>
      checkHandlers(testCatalogue, handlers);

  it('are accepted when every job has exactly one', () => {
    expect(check(count, stumble)).not.toThrow();
  });

  it('are refused with the line to add when a job has none', () => {
    expect(check(stumble)).toThrow(HandlersDoNotMatch);
    expect(check(stumble)).toThrow("add { name: 'count', handle, onExhausted } to the list");
  });

  it('are refused when a job has two', () => {
    expect(check(count, stumble, count)).toThrow("job 'count' has 2 handlers");
  });

  it('are refused when one belongs to no job', () => {
    const stray = { ...count, name: 'stray' } as unknown as Handler;
    expect(check(count, stumble, stray)).toThrow("add 'stray' to the job catalogue");
  });

  it('are all named at once', () => {
    expect(check()).toThrow(/'count' has no handler.*'stumble' has no handler/s);
  });
});
