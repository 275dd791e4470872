import type { SubjectKind } from '@luoshi/engine';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../platform/web/routing.ts';
import type { Search } from '../../platform/web/search.ts';

const screen = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    validateSearch: (search): Search => search as Search,
    component,
  });

export const recordRoutes = [
  screen(
    '/records',
    lazyRouteComponent(() => import('./screens.tsx'), 'RecordsScreen'),
  ),
  screen(
    '/records/enter/$form',
    lazyRouteComponent(() => import('./screens.tsx'), 'EnterRecordScreen'),
  ),
  screen(
    '/records/import/$form',
    lazyRouteComponent(() => import('./screens.tsx'), 'ImportScreen'),
  ),
  screen(
    '/records/$id',
    lazyRouteComponent(() => import('./screens.tsx'), 'RecordScreen'),
  ),
];

export type EnterSearch = { readonly subject?: string; readonly subjectKind?: SubjectKind; readonly date?: string };
