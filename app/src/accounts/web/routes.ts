import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../platform/web/routing.ts';
import { StartPage } from './StartPage.tsx';

export const startRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: StartPage });
