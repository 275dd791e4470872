/** What one file may cost. The reader refuses a file beyond these before it is unpacked. */
export interface SheetLimits {
  /** Size of the file itself, bytes. */
  readonly maxBytes: number;
  /** Size of all parts after unpacking, bytes. */
  readonly maxInflated: number;
  /** Size of the parts held in memory (texts, styles), bytes. */
  readonly maxHeld: number;
  /** Unpacked bytes per packed byte, looked at from 1 MB on. */
  readonly maxRatio: number;
  readonly maxEntries: number;
  readonly maxColumns: number;
  readonly maxRows: number;
}

const MB = 1024 * 1024;

export const DEFAULT_LIMITS: SheetLimits = {
  maxBytes: 20 * MB,
  maxInflated: 300 * MB,
  maxHeld: 64 * MB,
  maxRatio: 200,
  maxEntries: 1000,
  maxColumns: 256,
  maxRows: 50_000,
};
