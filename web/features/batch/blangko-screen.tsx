// Choosing a district, and what can be done with its paper form: print, download, type in.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from '@mantine/core';
import type { Account } from '#contract/auth';
import type { SearchHit } from '#contract/regions';
import { blangkoFile, blangkoQuery } from '../../api/batch.ts';
import { childrenQuery, regionQuery, searchQuery } from '../../api/regions.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { placeName, placePath } from '../../lib/place-name.ts';
import { problemText } from '../../lib/problems.ts';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { listDistricts, type DistrictOption } from './districts.ts';
import css from './blangko.module.css';

type Props = {
  account: Account;
  /** The chosen district's code, from the address. */
  district: string | undefined;
  onDistrict: (code: string) => void;
  onFill: (code: string) => void;
};

export function BlangkoScreen({ account, district, onDistrict, onFill }: Props) {
  const t = useText();
  const words = t.batch;
  return (
    <section className={css.screen}>
      <div>
        <h1 className={css.title}>{words.title}</h1>
        <p className={css.intro}>{words.intro}</p>
      </div>
      <DistrictField
        regency={account.office.regencyCode}
        district={district}
        onDistrict={onDistrict}
      />
      {district !== undefined && <Form key={district} code={district} onFill={onFill} />}
    </section>
  );
}

type FieldProps = {
  /** The caller's own regency, whose districts are offered at once; null for the province's staff. */
  regency: string | null;
  district: string | undefined;
  onDistrict: (code: string) => void;
};

const noHits: SearchHit[] = [];

function DistrictField({ regency, district, onDistrict }: FieldProps) {
  const t = useText();
  const words = t.batch;
  const [text, setText] = useState('');
  const own = useQuery({ ...childrenQuery(regency ?? ''), enabled: regency !== null });
  const chosen = useQuery({ ...regionQuery(district ?? ''), enabled: district !== undefined });
  const label = chosen.data
    ? `${placeName(chosen.data)}, ${placePath(chosen.data.path)}`
    : undefined;
  // What is chosen is no question.
  const asked = text.trim() === label ? '' : text.trim();
  const search = useQuery(searchQuery(asked));
  const hits = asked === '' ? noHits : (search.data ?? noHits);
  const options = listDistricts(hits, own.data ?? [], regency, asked);
  const known: DistrictOption[] =
    district !== undefined && label !== undefined ? [{ value: district, label }] : [];
  const data = [
    ...known.filter(({ value }) => !options.some((o) => o.value === value)),
    ...options,
  ];
  return (
    <Select
      className={css.field}
      label={words.district}
      placeholder={words.districtHint}
      data={data}
      // The server has found them already, also by the names of their villages.
      filter={({ options: all }) =>
        all.filter((option) => 'value' in option && options.some((o) => o.value === option.value))
      }
      value={label === undefined ? null : (district ?? null)}
      onChange={(code) => code !== null && onDistrict(code)}
      searchValue={text}
      onSearchChange={setText}
      searchable
      allowDeselect={false}
      nothingFoundMessage={
        asked === '' || search.isFetching
          ? undefined
          : search.isError
            ? words.searchFailed
            : words.districtNone
      }
      error={search.isError && asked !== '' ? problemText(search.error, t.problem) : null}
    />
  );
}

function Form({ code, onFill }: { code: string; onFill: (code: string) => void }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.batch;
  const blangko = useQuery(blangkoQuery(code));
  if (blangko.isError)
    return (
      <ErrorState
        title={words.failed}
        body={problemText(blangko.error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={() => void blangko.refetch()}
      />
    );
  if (blangko.isPending) return <LoadingLines count={4} label={t.common.loading} />;
  const { district, path, villages, mayReport } = blangko.data;
  const rows = villages.reduce((sum, village) => sum + village.rows.length, 0);
  return (
    <div className={css.form}>
      <div>
        <h2 className={css.place}>{placeName(district)}</h2>
        <p className={css.path}>
          {placePath(path, true)} ·{' '}
          {words.rowCount(formatNumber(rows, language), formatNumber(villages.length, language))}
        </p>
      </div>
      <ul className={css.actions}>
        <li>
          <Button component="a" href={blangkoFile(code, 'pdf')} target="_blank" rel="noreferrer">
            {words.print}
          </Button>
          <p>{words.printHelp}</p>
        </li>
        <li>
          <Button component="a" variant="default" href={blangkoFile(code, 'xlsx')} download>
            {words.download}
          </Button>
          <p>{words.downloadHelp}</p>
        </li>
        <li>
          <Button variant="default" disabled={!mayReport} onClick={() => onFill(code)}>
            {words.fill}
          </Button>
          <p>{mayReport ? words.fillHelp : words.outside}</p>
        </li>
      </ul>
    </div>
  );
}
