import type { TestProject } from 'vitest/node';
import { startTestServer } from '../src/platform/database/test-server.ts';
import '../src/platform/database/testing.ts';

/** One server for a whole run; each test file has its own database in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await startTestServer();
  project.provide('testServer', server);
  return stop;
}
