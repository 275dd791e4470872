type Input = Readonly<Record<string, unknown>>;

export interface Address {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** What travels as JSON; absent for reads, whose input stands in the path. */
  readonly body?: Input;
}

/** Puts an input where its route wants it: into the path, the query or the body. */
export function addressOf([method, template]: readonly ['GET' | 'POST', string], input: Input): Address {
  const { path, rest } = intoPath(template, input);
  if (method === 'POST') return { method, path, body: rest };
  const query = queryOf(rest);
  return { method, path: query ? `${path}?${query}` : path };
}

function intoPath(template: string, input: Input): { path: string; rest: Input } {
  if (!template.includes('{id}')) return { path: template, rest: input };
  const { id, ...rest } = input;
  return { path: template.replace('{id}', encodeURIComponent(String(id))), rest };
}

/** Lists repeat their name; what is absent is left out. */
function queryOf(input: Input): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || value === null) continue;
    for (const item of Array.isArray(value) ? value : [value]) query.append(name, String(item));
  }
  return query.toString();
}
