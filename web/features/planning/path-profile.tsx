// The line of sight from an antenna to a place, asked of the server: the chart, and what it means in words.
// For the tower that is thought of and for sites that are stored.
import { useQuery } from '@tanstack/react-query';
import type { CellShape, SitePosition } from '#contract/coverage';
import type { Profile } from '#contract/planning';
import { ApiProblem } from '../../api/client.ts';
import { profileQuery } from '../../api/planning.ts';
import type { Messages } from '../../i18n/id.ts';
import { useLanguage, useText, type Language } from '../../i18n/text.tsx';
import { formatDistance, formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import css from './planning.module.css';
import { ProfileChart } from './profile-chart.tsx';

/** At what the Fresnel zone is reckoned where nobody says the band, MHz: the commonest in villages. */
const usualBandMhz = 900;

export function profileWords(
  { blockedAt, isFresnelClear }: Profile,
  words: Messages['planning']['profile'],
  language: Language,
): string {
  if (blockedAt !== null)
    return words.blocked(
      formatDistance(blockedAt.distanceM, language),
      `${formatNumber(Math.max(1, blockedAt.byM), language)} m`,
    );
  return isFresnelClear ? words.clear : words.tight;
}

type Props = {
  from: SitePosition;
  cell: Pick<CellShape, 'heightM' | 'bandMhz'>;
  to: { name: string; position: SitePosition };
};

export function PathProfile({ from, cell, to }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.planning.profile;
  const frequencyMhz = cell.bandMhz ?? usualBandMhz;
  const query = useQuery(
    profileQuery({ from, to: to.position, antennaHeightM: cell.heightM, frequencyMhz }),
  );
  if (query.isPending) return <LoadingLines count={4} label={t.common.loading} />;
  if (query.isError) {
    const { error } = query;
    const isMissing = error instanceof ApiProblem && error.code === 'terrain_missing';
    if (isMissing) return <p className={css.quiet}>{words.missing}</p>;
    return (
      <ErrorState
        title={t.common.cannotLoad}
        body={problemText(error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={() => void query.refetch()}
      />
    );
  }
  const profile = query.data;
  const metres = (value: number) => `${formatNumber(value, language, 1)} m`;
  return (
    <>
      <p className={css.verdict} role="status">
        {profileWords(profile, words, language)}
      </p>
      <ProfileChart profile={profile} name={to.name} />
      <p className={css.quiet}>
        {words.assumed(
          metres(profile.antennaHeightM),
          metres(profile.receiverHeightM),
          String(frequencyMhz),
        )}
      </p>
    </>
  );
}
