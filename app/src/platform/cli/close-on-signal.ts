import { sayError } from './say-error.ts';

/**
 * Ctrl+C or a supervisor's SIGTERM closes what runs and ends with 0; what goes wrong in that is said, and the end is 1.
 * @returns whether a signal came.
 */
export function closeOnSignal(close: () => Promise<void>): () => boolean {
  let closing = false;
  const stop = () => {
    closing = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${sayError(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return () => closing;
}
