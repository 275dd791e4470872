import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../platform/web/routing.ts';
import type { Search } from '../../platform/web/search.ts';

export const measureRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/measures',
    validateSearch: (search): Search => search as Search,
    component: lazyRouteComponent(() => import('./MeasuresPage.tsx'), 'MeasuresPage'),
  }),
];
