export { DEMO_PASSWORD, type DemoAccount } from './accounts.ts';
export { addDemoCommand } from './demo-command.ts';
export type { DemoDoor } from './door.ts';
export { type DemoOptions, type DemoSummary, loadDemo } from './load-demo.ts';
