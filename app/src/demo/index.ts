export { addDemoCommand } from './demo-command.ts';
