// The panel of a tower that is thought of: what it is like, what it would gain, the line of sight to a
// village, and saving it as a plan.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { writeCoordinates } from '#coordinates';
import type { SitePosition } from '#contract/coverage';
import type { Candidate } from '#contract/planning';
import { terrainQuery } from '../../api/coverage.ts';
import { operatorsQuery } from '../../api/evidence.ts';
import { gainQuery } from '../../api/planning.ts';
import { useText } from '../../i18n/text.tsx';
import type { Tower } from '../../lib/plan-view.ts';
import { problemText } from '../../lib/problems.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Note } from '../../ui/note.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { GainView } from './gain-view.tsx';
import type { VillageTarget } from './gain-villages.tsx';
import { PathProfile } from './path-profile.tsx';
import css from './planning.module.css';
import { RegencyField } from './regency-field.tsx';
import { SavePlan } from './save-plan.tsx';
import { TowerForm } from './tower-form.tsx';

type Props = {
  position: SitePosition | null;
  tower: Tower;
  onTower: (tower: Tower) => void;
  /** A stored site that it is taken from. */
  siteId: string | null;
  /** The operators for whom plans may be saved: null: every one; empty: none. */
  savesFor: readonly string[] | null;
  /** The province whose regencies are offered; null: none is loaded alone. */
  provinceCode: string | null;
  onBest: (regencyCode: string) => void;
  /** Back to the list of best positions; null where it does not come from there. */
  onBack: (() => void) | null;
  onShow: (position: SitePosition) => void;
  onLeave: () => void;
};

export function CandidatePanel(props: Props) {
  const { position, tower, onTower, siteId, savesFor, onShow, onBack, onLeave } = props;
  const t = useText();
  const words = t.planning;
  const [target, setTarget] = useState<VillageTarget | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const { data: operatorList } = useQuery(operatorsQuery);
  const { data: terrain } = useQuery(terrainQuery);
  const candidate: Candidate = { ...tower, position: position ?? [0, 0], exceptSiteId: siteId };
  const gain = useQuery({ ...gainQuery(candidate), enabled: position !== null });
  const operators = (operatorList ?? []).filter(({ isMobile }) => isMobile);
  const savable = operators.filter(({ id }) => savesFor === null || savesFor.includes(id));
  const hasTerrain = terrain?.isAvailable ?? false;
  const data = position === null ? undefined : gain.data;
  return (
    <>
      <header className={css.head}>
        <div>
          <h2>{words.title}</h2>
          {position && (
            <button type="button" className={css.link} onClick={() => onShow(position)}>
              {writeCoordinates(position)}
            </button>
          )}
        </div>
        <IconButton icon="close" label={words.leave} onClick={onLeave} />
      </header>
      <div className={css.scroll}>
        {onBack && (
          <button type="button" className={css.back} onClick={onBack}>
            <Icon name="left" size={16} />
            {words.best.back}
          </button>
        )}
        <section className={css.section}>
          <TowerForm
            tower={tower}
            onTower={onTower}
            operators={operators}
            estimateM={data?.isEstimate ? data.radiusM : null}
            hasTerrain={hasTerrain}
          />
        </section>
        {position === null ? (
          <section className={css.section}>
            <EmptyState icon="tower" title={words.noPlace}>
              {words.noPlaceHint}
            </EmptyState>
            {props.provinceCode && (
              <RegencyField
                label={words.wantBest}
                provinceCode={props.provinceCode}
                value={null}
                onChange={props.onBest}
              />
            )}
          </section>
        ) : gain.isError ? (
          <ErrorState
            title={t.common.cannotLoad}
            body={problemText(gain.error, t.problem)}
            retryLabel={t.common.tryAgain}
            onRetry={() => void gain.refetch()}
          />
        ) : data === undefined ? (
          <div className={css.section}>
            <LoadingLines count={6} label={words.gain.calculating} />
          </div>
        ) : (
          <>
            <GainView
              gain={data}
              isStale={gain.isPlaceholderData}
              hasTerrain={hasTerrain}
              isTerrainWanted={tower.cutsByTerrain}
              target={target?.code ?? null}
              onVillage={(village) => {
                setTarget(village);
                onShow(village.position);
              }}
            />
            <section className={css.section}>
              <h3>{words.profile.title}</h3>
              {target === null ? (
                <p className={css.quiet}>{words.profile.choose}</p>
              ) : (
                <>
                  <h4 className={css.subhead}>{words.profile.to(target.name)}</h4>
                  <PathProfile from={position} cell={tower} to={target} />
                </>
              )}
            </section>
          </>
        )}
        {position && isSaving && (
          <section className={css.section}>
            <SavePlan
              position={position}
              tower={tower}
              operators={savable}
              onSaved={(site) => {
                setIsSaving(false);
                setSaved(site.ref);
              }}
              onCancel={() => setIsSaving(false)}
            />
          </section>
        )}
        {saved !== null && (
          <section className={css.section}>
            <Note title={words.save.saved(saved)}>{words.save.savedHint}</Note>
          </section>
        )}
      </div>
      {position && savable.length > 0 && !isSaving && (
        <footer className={css.foot}>
          <button
            type="button"
            className={css.primary}
            onClick={() => {
              setSaved(null);
              setIsSaving(true);
            }}
          >
            {words.save.open}
          </button>
        </footer>
      )}
    </>
  );
}
