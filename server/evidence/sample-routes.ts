// SAMPEL reports over HTTP: one click fills an empty province, one click removes them.
import { getCaller, jsonAnswer, newRouter, route } from '../auth/guard.ts';
import { SampleInfo } from './contract.ts';
import { addSamples, readSampleInfo, removeSamples, type SampleDeps } from './samples.ts';

export function sampleRoutes(deps: SampleDeps) {
  const router = newRouter();
  const staff = { may: ['admin', 'staff'] } as const;

  router.openapi(
    route(
      { may: 'signed-in' },
      {
        method: 'get',
        path: '/api/sample',
        summary: 'How many SAMPEL and how many real reports there are',
        responses: { 200: jsonAnswer('Counts', SampleInfo) },
      },
    ),
    (context) => context.json(readSampleInfo(deps.db), 200),
  );

  router.openapi(
    route(staff, {
      method: 'post',
      path: '/api/sample',
      summary: 'Fill the province with SAMPEL reports',
      responses: { 200: jsonAnswer('Counts', SampleInfo) },
    }),
    (context) => context.json(addSamples(deps, getCaller(context)), 200),
  );

  router.openapi(
    route(staff, {
      method: 'delete',
      path: '/api/sample',
      summary: 'Remove all SAMPEL reports',
      responses: { 200: jsonAnswer('Counts', SampleInfo) },
    }),
    (context) => context.json(removeSamples(deps, getCaller(context)), 200),
  );

  return router;
}
