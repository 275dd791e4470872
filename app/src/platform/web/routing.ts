import { createRootRoute } from '@tanstack/react-router';

/** Every domain hangs its routes below this one; `web.tsx` gathers them. */
export const rootRoute = createRootRoute();
