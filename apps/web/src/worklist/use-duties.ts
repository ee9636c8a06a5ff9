import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { readDuties } from '../api/reads';
import type { DutyLine } from '../api/types';
import { useLanguage } from '../language';
import { useLive } from '../live';
import { Refused, type Resource } from '../resource';
import { useSettled } from '../use-settled';

/** A desk with more open duties than this is nobody's desk; the rest comes as these are done. */
const DUTIES_MAX = 5_000;

/** The whole desk of the reader's unit, the soonest due first; it fills as its pages come. */
export function useDuties(): Resource<readonly DutyLine[]> & { readonly isWhole: boolean } {
  const { language } = useLanguage();
  const found = useInfiniteQuery({
    queryKey: ['duties', language],
    queryFn: async ({ pageParam }: { readonly pageParam: string | null }) => {
      const answer = await readDuties(pageParam);
      if (!answer.ok) throw new Refused(answer.problem);
      return answer.data;
    },
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
  });
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = found;
  const duties = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? null, [data]);
  const isMoreWanted = hasNextPage && (duties?.length ?? 0) < DUTIES_MAX;
  useEffect(() => {
    if (isMoreWanted && !isFetching && error === null) void fetchNextPage();
  }, [isMoreWanted, isFetching, error, fetchNextPage]);
  const reload = async () => {
    await refetch();
  };
  const reloadSoon = useSettled(reload);
  useLive(reloadSoon);
  const problem = error instanceof Refused ? error.problem : null;
  return { data: duties, problem, reload, isWhole: duties !== null && !isMoreWanted };
}
