// The names of the regencies in which commitments lie, by code; those of a province at a time.
import { useMemo } from 'react';
import { useQueries } from '@tanstack/react-query';
import type { CommitmentRow } from '#contract/commitments';
import { codeOfRegionId } from '#contract/regions';
import { childrenQuery } from '../../api/regions.ts';
import { placeName } from '../../lib/place-name.ts';

const provinceOf = (villageId: number) => codeOfRegionId(villageId).slice(0, '13'.length);

/** Grows as answers arrive; a name that is not here yet is shown as its code. */
export function useRegencyNames(rows: readonly CommitmentRow[]): ReadonlyMap<string, string> {
  const provinces = useMemo(
    () => [...new Set(rows.flatMap(({ villageIds }) => villageIds.map(provinceOf)))].toSorted(),
    [rows],
  );
  return useQueries({
    queries: provinces.map(childrenQuery),
    combine: joinNames,
  });
}

function joinNames(
  answers: { data?: { code: string; kind: string; name: string }[] | undefined }[],
) {
  return new Map(
    answers.flatMap(({ data = [] }) =>
      data.map((region): [string, string] => [region.code, placeName(region)]),
    ),
  );
}
