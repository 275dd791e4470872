import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../platform/web/routing.ts';

export const packRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/packs',
    component: lazyRouteComponent(() => import('./PacksPage.tsx'), 'PacksPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/packs/$hash',
    component: lazyRouteComponent(() => import('./PackPage.tsx'), 'PackPage'),
  }),
];
