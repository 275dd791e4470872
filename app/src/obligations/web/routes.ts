import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../platform/web/routing.ts';
import { boardSearchFrom } from './board-state.ts';

export const boardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/board',
  validateSearch: boardSearchFrom,
  component: lazyRouteComponent(() => import('./BoardPage.tsx'), 'BoardPage'),
});
