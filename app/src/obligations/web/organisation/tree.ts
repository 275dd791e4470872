export interface TreeItem {
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
}

export interface Branch {
  readonly key: string;
  readonly title: string;
  readonly children: Branch[];
}

/** Nests organisations under their parents; those whose parent is out of sight stand at the top. */
export function treeFrom(items: readonly TreeItem[]): Branch[] {
  const branches = new Map(
    items.map((item) => [item.id, { key: item.id, title: item.name, children: [] as Branch[] }]),
  );
  const tops: Branch[] = [];
  for (const { id, parent } of items) {
    const branch = branches.get(id);
    if (branch) (branches.get(parent ?? '')?.children ?? tops).push(branch);
  }
  return tops;
}
