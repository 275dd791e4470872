/** A pack folder somebody chose, read in the browser. */
export interface ChosenFolder {
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** What of a folder belongs to a pack; the same as the command line reads. */
const belongs = (path: string) => /\.ya?ml$/.test(path) || path === 'CHANGES.md';

/** Paths relative to the folder, in their order. @throws what reading a file throws */
export async function readChosenFolder(chosen: readonly File[]): Promise<ChosenFolder> {
  const placed = chosen.map((file) => ({ file, parts: file.webkitRelativePath.split('/') }));
  const files = placed
    .map(({ file, parts }) => ({ file, path: parts.slice(1).join('/') }))
    .filter(({ path }) => belongs(path))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return {
    name: placed[0]?.parts[0] ?? '',
    files: await Promise.all(files.map(async ({ file, path }) => ({ path, text: await file.text() }))),
  };
}
