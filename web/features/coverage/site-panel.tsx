// A site in the panel: whose it is, its antennas with what they reach, where it is known from, and changing it.
import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Site } from '#contract/coverage';
import type { Position } from '#contract/regions';
import { writeCoordinates } from '#coordinates';
import { ApiProblem } from '../../api/client.ts';
import { siteQuery, useRemoveSite } from '../../api/coverage.ts';
import { operatorsQuery } from '../../api/evidence.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDateTime } from '../../lib/format.ts';
import type { PointPicker } from '../../lib/point-picker.ts';
import { problemText } from '../../lib/problems.ts';
import { CoverageSwatch } from '../../ui/coverage-swatch.tsx';
import { RemoveLink } from '../../ui/entry.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Note } from '../../ui/note.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { CellList } from './cell-list.tsx';
import { SiteForm } from './site-form.tsx';
import css from './site.module.css';

type Props = {
  id: string;
  picker: PointPicker;
  onShow: (position: Position) => void;
  onClose: () => void;
  /** What else can be asked of a site, below its antennas. */
  children?: (site: Site) => ReactNode;
};

export function SitePanel({ id, picker, onShow, onClose, children }: Props) {
  const t = useText();
  const words = t.coverage.site;
  const { data: site, error, refetch } = useQuery(siteQuery(id));
  const [isEditing, setIsEditing] = useState(false);
  if (error instanceof ApiProblem && error.status === 404)
    return (
      <EmptyState
        icon="search"
        title={words.unknown}
        action={
          <button type="button" className={css.secondary} onClick={onClose}>
            {t.common.close}
          </button>
        }
      />
    );
  if (error !== null && site === undefined)
    return (
      <ErrorState
        title={t.common.cannotLoad}
        body={problemText(error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={() => void refetch()}
      />
    );
  if (site === undefined)
    return (
      <div className={css.waiting}>
        <LoadingLines count={6} label={t.common.loading} />
      </div>
    );
  return (
    <>
      <SiteHead site={site} onShow={() => onShow(site.position)} onClose={onClose} />
      <div className={css.scroll}>
        {isEditing ? (
          <section className={css.section}>
            <SiteForm site={site} picker={picker} onDone={() => setIsEditing(false)} />
          </section>
        ) : (
          <>
            <section className={css.section}>
              <h3>{words.cells(String(site.cells.length))}</h3>
              <CellList cells={site.cells} />
            </section>
            {children !== undefined && <section className={css.section}>{children(site)}</section>}
            <section className={css.section}>
              <SiteFacts site={site} />
            </section>
          </>
        )}
      </div>
      {site.mayEdit && !isEditing && (
        <SiteFoot site={site} onEdit={() => setIsEditing(true)} onRemoved={onClose} />
      )}
    </>
  );
}

type HeadProps = { site: Site; onShow: () => void; onClose: () => void };

function SiteHead({ site, onShow, onClose }: HeadProps) {
  const t = useText();
  const { data: operators = [] } = useQuery(operatorsQuery);
  const hue = operators.findIndex(({ id }) => id === site.operatorId);
  return (
    <header className={css.head}>
      <div className={css.headText}>
        <h2 className={css.title}>{siteName(site, t.coverage.site.unnamed)}</h2>
        <p className={css.operator}>
          <CoverageSwatch hue={hue === -1 ? null : hue} />
          {site.operatorName}
        </p>
      </div>
      <IconButton icon="target" label={t.place.showOnMap} onClick={onShow} />
      <IconButton icon="close" label={t.common.close} onClick={onClose} />
    </header>
  );
}

function siteName({ name, ref }: Pick<Site, 'name' | 'ref'>, unnamed: (ref: string) => string) {
  return name === '' ? unnamed(ref) : name;
}

function SiteFacts({ site }: { site: Site }) {
  const words = useText().coverage.site;
  const { language } = useLanguage();
  return (
    <>
      <dl className={css.facts}>
        <dt>{words.ref}</dt>
        <dd>{site.ref}</dd>
        <dt>{words.position}</dt>
        <dd>{writeCoordinates(site.position)}</dd>
        <dt>{words.source}</dt>
        <dd>{words.sources[site.source]}</dd>
        {site.fileName !== null && (
          <>
            <dt>{words.file}</dt>
            <dd>{site.fileName}</dd>
          </>
        )}
      </dl>
      {site.source === 'crowd' && <p className={css.quiet}>{words.crowdHint}</p>}
      <p className={css.quiet}>
        {words.changed(site.updatedByName, formatDateTime(site.updatedAt, language))}
      </p>
    </>
  );
}

type FootProps = { site: Site; onEdit: () => void; onRemoved: () => void };

function SiteFoot({ site, onEdit, onRemoved }: FootProps) {
  const t = useText();
  const words = t.coverage.site;
  const remove = useRemoveSite();
  const name = siteName(site, words.unnamed);
  return (
    <footer className={css.foot}>
      {remove.error && (
        <Note tone="error" title={words.notRemoved}>
          {problemText(remove.error, t.problem)}
        </Note>
      )}
      <div className={css.footRow}>
        <button
          type="button"
          className={css.secondary}
          aria-label={words.editOf(name)}
          onClick={onEdit}
        >
          {words.edit}
        </button>
        <RemoveLink
          label={words.remove}
          ariaLabel={t.places.removeOf(name)}
          question={words.removeSure}
          yes={words.removeYes}
          no={t.common.cancel}
          isBusy={remove.isPending}
          onRemove={() =>
            remove.mutate({ id: site.id, version: site.version }, { onSuccess: onRemoved })
          }
        />
      </div>
    </footer>
  );
}
