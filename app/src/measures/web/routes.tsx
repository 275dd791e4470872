import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute, type Search } from '../../platform/web/routing.ts';

export const measureRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/measures',
    validateSearch: (search): Search => search as Search,
    component: lazyRouteComponent(() => import('./MeasuresPage.tsx'), 'MeasuresPage'),
  }),
];
