// Whether hills cut what antennas reach, and the elevation files that this needs: those that are read, and
// what is wrong with the others.
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from '@mantine/core';
import type { Terrain } from '#contract/coverage';
import { terrainQuery } from '../../api/coverage.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { fieldText, problemText } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import css from './coverage-settings.module.css';

type Props = {
  cutsByTerrain: boolean;
  onChange: (cutsByTerrain: boolean) => void;
};

export function TerrainFields({ cutsByTerrain, onChange }: Props) {
  const t = useText();
  const words = t.coverageTables.settings;
  const terrain = useQuery(terrainQuery);
  const isAvailable = terrain.data?.isAvailable ?? false;
  return (
    <>
      <Checkbox
        label={words.cuts}
        description={isAvailable || terrain.isPending ? words.cutsHelp : words.cutsNot}
        checked={cutsByTerrain}
        // What is on can be turned off, also when the files are gone.
        disabled={!isAvailable && !cutsByTerrain}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div className={css.files}>
        <h3>{words.files}</h3>
        {terrain.isPending ? (
          <LoadingLines count={2} label={t.common.loading} />
        ) : terrain.isError ? (
          <Note tone="error">{problemText(terrain.error, t.problem)}</Note>
        ) : terrain.data.files.length === 0 ? (
          <p className={css.empty}>{words.noFiles}</p>
        ) : (
          <Files files={terrain.data.files} />
        )}
        <p className={css.empty}>{words.where}</p>
        <Button
          size="xs"
          variant="default"
          className={css.add}
          loading={terrain.isFetching}
          onClick={() => void terrain.refetch()}
        >
          {words.lookAgain}
        </Button>
      </div>
    </>
  );
}

/** All of Indonesia is thousands of files: the broken ones are told first, then some of the others. */
const filesShown = 20;

function Files({ files }: { files: Terrain['files'] }) {
  const t = useText();
  const { language } = useLanguage();
  const sorted = files.toSorted((a, b) => Number(a.problem === null) - Number(b.problem === null));
  const rest = files.length - filesShown;
  return (
    <>
      <ul>
        {sorted.slice(0, filesShown).map((file) => (
          <File key={file.name} file={file} />
        ))}
      </ul>
      {rest > 0 && (
        <p className={css.empty}>
          {t.coverageTables.settings.moreFiles(formatNumber(rest, language))}
        </p>
      )}
    </>
  );
}

function File({ file }: { file: Terrain['files'][number] }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.coverageTables.settings;
  const { name, bounds, resolutionM, problem } = file;
  const degrees = (value: number) => `${formatNumber(value, language, 2)}°`;
  return (
    <li data-problem={problem ?? undefined}>
      <strong>{name}</strong>
      {problem !== null && (
        <span className={css.problem}>
          {words.unusable}: {fieldText('elevation', problem, t.problem)}
        </span>
      )}
      {bounds !== null && (
        <span>
          {words.bounds(
            degrees(bounds[0]),
            degrees(bounds[2]),
            degrees(bounds[1]),
            degrees(bounds[3]),
          )}
          {resolutionM !== null && ` · ${words.resolution(formatNumber(resolutionM, language))}`}
        </span>
      )}
    </li>
  );
}
