import { InProcessRunner } from './runner.ts';

/** What Stryker loads. */
export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];
