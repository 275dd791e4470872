import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../platform/web/routing.ts';
import type { Search } from '../../platform/web/search.ts';

export const ratingRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ratings',
    validateSearch: (search): Search => search as Search,
    component: lazyRouteComponent(() => import('./RatingsPage.tsx'), 'RatingsPage'),
  }),
];
