// Coverage in the legend of the map screen: its feature with who is signed in, and the ways it leads to.
import { Link, useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../api/session.ts';
import { CoverageLegend } from '../features/coverage/coverage-legend.tsx';
import { useText } from '../i18n/text.tsx';
import { beginComparing, formatSides } from '../lib/coverage-view.ts';
import { todayHere } from '../lib/today.ts';
import { isImporter, isVerifier } from './roles.ts';
import type { Coverage } from './use-coverage.ts';

export default function CoverageSection({ coverage }: { coverage: Coverage }) {
  const t = useText();
  const navigate = useNavigate({ from: '/' });
  const account = useQuery(sessionQuery).data?.account;
  const compare = () => {
    const side = formatSides(beginComparing(coverage.view, todayHere()));
    void navigate({ search: (before) => ({ ...before, side }) });
  };
  return (
    <CoverageLegend
      view={coverage.view}
      onView={coverage.setView}
      points={coverage.points}
      mayManage={isVerifier(account)}
      dataLink={isImporter(account) ? <Link to="/data">{t.coverage.legend.openData}</Link> : null}
      onCompare={compare}
    />
  );
}
