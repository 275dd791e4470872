import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../platform/web/routing.ts';

export const organisationRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/organisations',
    component: lazyRouteComponent(() => import('./organisation/OrganisationsPage.tsx'), 'OrganisationsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/organisations/$id',
    component: lazyRouteComponent(() => import('./organisation/OrganisationPage.tsx'), 'OrganisationPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/work',
    component: lazyRouteComponent(() => import('./MyWorkPage.tsx'), 'MyWorkPage'),
  }),
];
