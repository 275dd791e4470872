import type { Plugin } from 'vite';
import { routeOf } from './src/platform/actions/route.ts';

const NAME = 'virtual:routes';

/**
 * Tells the web face where each action lives, read out of the list of actions while building; no server code
 * travels along, only ids, methods and paths.
 */
export function actionRoutes(): Plugin {
  return {
    name: 'luoshi-action-routes',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: async (id) => {
      if (id !== `\0${NAME}`) return undefined;
      const { actions } = await import('./src/actions.ts');
      const routes = actions.map((action) => {
        const { method, path } = routeOf(action);
        return [action.id, [method, path]];
      });
      return `export const routes = ${JSON.stringify(Object.fromEntries(routes))};`;
    },
  };
}
