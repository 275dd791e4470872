import {
  ApartmentOutlined,
  AppstoreOutlined,
  BarChartOutlined,
  BookOutlined,
  CheckSquareOutlined,
  FileTextOutlined,
  OrderedListOutlined,
} from '@ant-design/icons';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRouter, RouterProvider } from '@tanstack/react-router';
import { StrictMode, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { AppFrame } from './accounts/web/AppFrame.tsx';
import { BrokenPage } from './accounts/web/BrokenPage.tsx';
import { NotFoundPage } from './accounts/web/NotFoundPage.tsx';
import { startRoute } from './accounts/web/routes.ts';
import { measureRoutes } from './measures/web/routes.tsx';
import { organisationRoutes } from './obligations/web/organisation-routes.tsx';
import { boardRoute } from './obligations/web/routes.ts';
import { packRoutes } from './packs/web/routes.tsx';
import { paths } from './paths.ts';
import { useDisplay } from './platform/web/display.ts';
import { useSpeech } from './platform/web/i18n.ts';
import { queryClient } from './platform/web/query.ts';
import { rootRoute } from './platform/web/routing.ts';
import { parseSearch, stringifySearch } from './platform/web/search.ts';
import { useSession } from './platform/web/session.ts';
import { ratingRoutes } from './ratings/web/routes.tsx';
import { recordRoutes } from './records/web/routes.tsx';
import type { NavItem } from './ui/Shell.tsx';
import { UiProvider } from './ui/UiProvider.tsx';

/** Every screen, by its route. A new screen is a route in its domain's `web/routes.ts` and a name here. */
const screens = [
  startRoute,
  boardRoute,
  ...organisationRoutes,
  ...recordRoutes,
  ...measureRoutes,
  ...ratingRoutes,
  ...packRoutes,
];

/** What one may open: an administrator sees packs, and none of the records. */
function useNav(): readonly NavItem[] {
  const { say } = useSpeech();
  const { data: account } = useSession();
  const administersOnly = account?.roles.every((role) => role === 'administrator') ?? false;
  const items = useMemo(
    () => [
      { to: paths.board(), label: say('shell.board'), icon: <AppstoreOutlined /> },
      { to: paths.work(), label: say('shell.work'), icon: <CheckSquareOutlined /> },
      { to: paths.records(), label: say('shell.records'), icon: <FileTextOutlined /> },
      { to: paths.organisations(), label: say('shell.organisations'), icon: <ApartmentOutlined /> },
      { to: paths.measures(), label: say('shell.measures'), icon: <BarChartOutlined /> },
      { to: paths.ratings(), label: say('shell.ratings'), icon: <OrderedListOutlined /> },
      { to: paths.packs(), label: say('shell.packs'), icon: <BookOutlined /> },
    ],
    [say],
  );
  return administersOnly ? items.filter(({ to }) => to === paths.packs()) : items;
}

function Root() {
  const { say, language } = useSpeech();
  const { mode, wall } = useDisplay();
  const words = useMemo(
    () => ({
      loading: say('ui.loading'),
      retry: say('ui.retry'),
      close: say('ui.close'),
      failed: say('ui.failed'),
      failedHint: say('ui.failedHint'),
      nothing: say('ui.nothing'),
      notFound: say('ui.notFound'),
      toStart: say('shell.toStart'),
      skipToContent: say('ui.skipToContent'),
      more: say('ui.more'),
      navigation: say('ui.navigation'),
    }),
    [say],
  );
  return (
    <UiProvider language={language} mode={wall ? 'dark' : mode} words={words}>
      <AppFrame nav={useNav()} />
    </UiProvider>
  );
}

rootRoute.update({ component: Root, notFoundComponent: NotFoundPage });

const router = createRouter({
  routeTree: rootRoute.addChildren(screens),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
});

/**
 * A page that was open while the server was renewed asks for parts that are gone: it takes the new ones. Where the
 * server cannot be reached it stays: a reload would leave nothing but the browser's own page.
 */
const renew = async () => {
  const reached = await fetch(paths.start(), { cache: 'no-store' }).catch(() => undefined);
  if (reached?.ok) location.reload();
};
addEventListener('vite:preloadError', () => void renew());

const place = document.getElementById('root');
if (!place) throw new Error('The page has no place to stand in.');

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
