import { Decimal } from './decimal.ts';
import { adaptedForms, type Moved } from './pack/adapt.ts';
import { extendedKinds } from './pack/attributes.ts';
import { dependsOn, inherited, overridden, writingsOf } from './pack/inherit.ts';
import type { Pack } from './pack/pack.ts';
import { KIND_LISTS } from './pack/sections.ts';
import type { PartKind, Parts } from './parts.ts';
import { NOWHERE, type Place } from './problem.ts';
import type { Parameter } from './schema/pack.ts';
import { known, notKnown, type Value } from './value.ts';

interface Owned {
  readonly pack: Pack;
  readonly part: unknown;
  /** Key of the part's place in its pack. */
  readonly key: string;
}

/** Joins packs into one set of parts; where an id stands twice the first stays (`checkPacks` reports it). */
export function joinPacks(packs: readonly Pack[]): Parts {
  const owned = new Map<string, Owned>();
  for (const pack of packs) for (const [name, one] of partsOf(pack)) if (!owned.has(name)) owned.set(name, one);
  for (const [name, one] of inheritedParameters(packs)) owned.set(name, one);
  for (const [name, part] of extendedKinds(packs, (kind) => owned.get(kind)?.part)) {
    const one = owned.get(name);
    if (one) owned.set(name, { ...one, part });
  }
  const moved = new Map<string, Moved>();
  for (const { form, from } of adaptedForms(packs, (id) => owned.get(`form:${id}`)?.part)) {
    const one = owned.get(`form:${form.id}`);
    if (one) owned.set(`form:${form.id}`, { ...one, part: form });
    for (const [pointer, place] of from) moved.set(`form:${form.id}${pointer}`, place);
  }
  const byId = <T>(kind: PartKind): Map<string, T> => {
    const map = new Map<string, T>();
    for (const [name, { part }] of owned) {
      if (name.startsWith(`${kind}:`)) map.set(name.slice(kind.length + 1), part as T);
    }
    return map;
  };
  const parameters = byId<Parameter>('parameter');
  const placeOf = (kind: PartKind, id: string, pointer = ''): Place => {
    const one = owned.get(`${kind}:${id}`);
    const [local, rest] = movedAt(moved, `${kind}:${id}`, pointer);
    if (local) return findPlace(local.pack, local.key, rest);
    return one ? findPlace(one.pack, one.key, pointer) : NOWHERE;
  };
  return {
    forms: byId('form'),
    obligations: byId('obligation'),
    measures: byId('measure'),
    assignments: byId('assignment'),
    ratings: byId('rating'),
    localItems: byId('local-items'),
    adaptations: byId('adaptation'),
    parameters,
    calendars: new Map([...byId<Pack['calendars'][number]>('calendar')].map(([year, c]) => [Number(year), c])),
    organisationKinds: byId('organisation-kind'),
    postKinds: byId('post-kind'),
    postingKinds: byId('posting-kind'),
    units: byId('unit'),
    dutyGroups: byId('duty-group'),
    parameter: (id, on) => parameterOn(parameters.get(id), id, on),
    ruleOf: (kind, id) => ruleOf(owned.get(`${kind}:${id}`), id, placeOf(kind, id)),
    buildsOn: (one, other) => {
      const [lower, upper] = [one, other].map((id) => packs.find(({ manifest }) => manifest.id === id));
      return lower !== undefined && upper !== undefined && dependsOn(lower, upper, packs);
    },
    inForce: (kind, id) => owned.get(`${kind}:${id}`)?.pack.manifest.in_force ?? {},
    placeOf,
  };
}

/** Parameters that a lower pack sets anew within limits: the lowest holds, with the values above before its first day. */
function* inheritedParameters(packs: readonly Pack[]): Generator<[string, Owned]> {
  const ids = packs.flatMap(({ parameters }) => parameters.map(({ id }) => id));
  for (const id of new Set(ids.filter((one, i) => ids.indexOf(one) !== i))) {
    const all = writingsOf(id, packs);
    const [first, ...rest] = all;
    if (!first) continue;
    let held = first;
    for (const one of rest) {
      if (overridden(one, all, packs)) held = { pack: one.pack, parameter: inherited(held.parameter, one.parameter) };
    }
    yield [`parameter:${id}`, { pack: held.pack, part: held.parameter, key: `parameter:${id}` }];
  }
}

/** Every part of a pack under `<kind>:<id>`. */
export function* partsOf(pack: Pack): Generator<[string, Owned]> {
  const sections = [
    ['form', pack.forms],
    ['obligation', pack.obligations],
    ['measure', pack.measures],
    ['parameter', pack.parameters],
    ['assignment', pack.assignments],
    ['rating', pack.ratings],
    ['local-items', pack.localItems],
    ['adaptation', pack.adaptations],
  ] as const;
  for (const [kind, parts] of sections) {
    for (const part of parts) yield [`${kind}:${part.id}`, { pack, part, key: `${kind}:${part.id}` }];
  }
  for (const part of pack.calendars) {
    yield [`calendar:${part.year}`, { pack, part, key: `calendar:${part.year}` }];
  }
  const kindKeys = [...pack.places.keys()].filter((key) => /^kinds:[^#]*\/id$/.test(key));
  for (const kinds of pack.kinds) {
    for (const [kind, list] of Object.entries(KIND_LISTS)) {
      for (const [index, part] of (kinds[list] ?? []).entries()) {
        const key = kindKeys.find((one) => one.endsWith(`/${list}/${index}/id`)) ?? '';
        yield [`${kind}:${part.id}`, { pack, part, key: key.slice(0, -'/id'.length) }];
      }
    }
  }
}

/** What stands at a pointer, or around it, in another pack than the part it belongs to. */
function movedAt(moved: ReadonlyMap<string, Moved>, part: string, pointer: string): [Moved | undefined, string] {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = moved.get(`${part}${at}`);
    if (found) return [found, pointer.slice(at.length)];
  }
  return [undefined, pointer];
}

/** The place of a pointer, or of the nearest thing around it that was written down. */
export function findPlace(pack: Pack, key: string, pointer: string): Place {
  const place = pack.places.get(`${key}${pointer}`);
  if (place) return place;
  if (pointer === '') return { ...NOWHERE, path: pack.manifest.id };
  const up = pointer.endsWith('#key') ? pointer.slice(0, -4) : pointer.slice(0, pointer.lastIndexOf('/'));
  return findPlace(pack, key, up);
}

function ruleOf(one: Owned | undefined, id: string, place: Place): ReturnType<Parts['ruleOf']> {
  if (!one) return { pack: '', version: '', hash: '', id, title: { 'zh-CN': id, en: id } };
  const { manifest, hash } = one.pack;
  const part = one.part as { title?: { 'zh-CN': string; en: string }; source?: { document: string; clause?: string } };
  return {
    pack: manifest.id,
    version: manifest.version,
    hash,
    id,
    title: part.title ?? { 'zh-CN': id, en: id },
    ...(part.source ? { document: part.source.document } : {}),
    ...(part.source?.clause ? { clause: part.source.clause } : {}),
    place: `${place.path}:${place.line}:${place.column}`,
  };
}

function parameterOn(parameter: Parameter | undefined, id: string, on: string): Value {
  let day = '';
  for (const from of Object.keys(parameter?.values ?? {})) if (from <= on && from > day) day = from;
  const value = parameter?.values[day];
  if (value === undefined || value === null) {
    const [zh, en] = [parameter?.title['zh-CN'] ?? id, parameter?.title.en ?? id];
    return notKnown({
      what: `parameter:${id}`,
      words: { 'zh-CN': `参数“${zh}”未设定`, en: `The parameter “${en}” is not set` },
    });
  }
  const text = String(value);
  return known(/^-?\d+(\.\d+)?$/.test(text) ? new Decimal(text) : text, parameter?.unit);
}
