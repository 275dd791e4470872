export interface GridPlace {
  readonly line: number;
  readonly duty: number;
}

interface GridSize {
  readonly lines: number;
  readonly duties: number;
  /** Lines a page key moves by. */
  readonly page: number;
}

const clamp = (n: number, size: number) => Math.max(0, Math.min(size - 1, n));

/** Where a key moves the focus; undefined for keys that move nothing. */
export function moveBy(key: string, ctrl: boolean, from: GridPlace, size: GridSize): GridPlace | undefined {
  const to = (line: number, duty: number) => ({ line: clamp(line, size.lines), duty: clamp(duty, size.duties) });
  switch (key) {
    case 'ArrowUp':
      return to(ctrl ? 0 : from.line - 1, from.duty);
    case 'ArrowDown':
      return to(ctrl ? size.lines - 1 : from.line + 1, from.duty);
    case 'ArrowLeft':
      return to(from.line, ctrl ? 0 : from.duty - 1);
    case 'ArrowRight':
      return to(from.line, ctrl ? size.duties - 1 : from.duty + 1);
    case 'PageUp':
      return to(from.line - size.page, from.duty);
    case 'PageDown':
      return to(from.line + size.page, from.duty);
    case 'Home':
      return to(ctrl ? 0 : from.line, 0);
    case 'End':
      return to(ctrl ? size.lines - 1 : from.line, size.duties - 1);
    default:
      return undefined;
  }
}
